namespace Lianzhang.Core.Generation;

/// <summary>Names of enterprises that do not exist: the place, a made-up word, the trade and the legal form.</summary>
internal static class EnterpriseNames
{
    private const string First = "瑞华恒泰鼎盛宏远博雅康宁润泽科晟昊天锦绣嘉禾鑫源金辉祥云卓越凯旋德信诚悦聚能启航汇川思创铭扬";
    private const string Second = "达通安和成业升兴茂隆昌盈丰裕沃林森岩溪岳峰岭江涛海洋阳辰晖曜朗清秀芳菲荣欣怡佳美善仁义礼智";

    // Without a factor in common with the number of words, so that no word comes twice before all have come.
    private const int Stride = 977;

    private static readonly string[] Forms = ["有限公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司", "集团有限公司"];

    /// <param name="place">Short name of the county or city.</param>
    /// <param name="number">The enterprise's number in its city.</param>
    /// <param name="trade">What it does.</param>
    /// <param name="size">How large it is from 0 to 1: groups are large.</param>
    public static string Of(string place, int number, string trade, double size)
    {
        var word = (int)((long)number * Stride % (First.Length * Second.Length));
        // Beyond as many enterprises as there are words, a third character tells them apart.
        var lap = number / (First.Length * Second.Length);
        var third = lap == 0 ? string.Empty : Second[(lap - 1) % Second.Length].ToString();
        var form = Forms[size > 0.97 ? 5 : size > 0.9 ? 4 : number % 4];
        return $"{place}{First[word / Second.Length]}{Second[word % Second.Length]}{third}{trade}{form}";
    }
}
