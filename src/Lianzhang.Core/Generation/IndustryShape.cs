namespace Lianzhang.Core.Generation;

/// <summary>What enterprises of an industry look like. Where nothing is published the numbers are plausible, not known.</summary>
/// <param name="Firms">Its share of the city's enterprises.</param>
/// <param name="Output">Output of 2025 in 亿元, where no figure is published.</param>
/// <param name="Growth">Growth of output a year.</param>
/// <param name="Revenue">Revenue over output, where no figure is published.</param>
/// <param name="Margin">Usual profit over revenue.</param>
/// <param name="Research">Usual R&amp;D over revenue.</param>
/// <param name="PerHead">Revenue of an employee a year in 万元.</param>
/// <param name="Energy">Tons of standard coal for output of a million yuan.</param>
/// <param name="IsService">Whether it serves rather than makes: no new products, no stocks.</param>
/// <param name="Trades">How names of enterprises say what they do.</param>
internal sealed record IndustryShape(double Firms, double Output, double Growth, double Revenue, double Margin, double Research, double PerHead, double Energy, bool IsService, IReadOnlyList<string> Trades)
{
    private static readonly IndustryShape Unknown = new(0.1, 120, 0.06, 0.97, 0.055, 0.018, 105, 9, false, ["实业", "科技", "制造", "工贸"]);

    private static readonly Dictionary<string, IndustryShape> Known = new(StringComparer.Ordinal)
    {
        ["biomedicine"] = new(0.14, 1_090, 0.095, 0.94, 0.105, 0.036, 115, 7, false, ["制药", "药业", "生物科技", "医疗器械", "生物制品", "中药"]),
        ["high_end_equipment"] = new(0.18, 322, 0.08, 0.965, 0.058, 0.031, 92, 6, false, ["装备制造", "机械", "智能装备", "机电", "数控设备", "重工"]),
        ["new_energy"] = new(0.08, 268, 0.11, 0.97, 0.062, 0.024, 150, 11, false, ["新能源", "光伏科技", "风电", "储能科技", "电力科技"]),
        ["new_materials"] = new(0.16, 330, 0.085, 0.965, 0.064, 0.027, 130, 21, false, ["新材料", "化工科技", "复合材料", "高分子材料", "纤维科技"]),
        ["new_it"] = new(0.12, 112, 0.13, 0.96, 0.071, 0.052, 70, 2, false, ["电子科技", "信息技术", "软件", "数据科技", "通信设备"]),
        ["energy_saving"] = new(0.09, 152, 0.075, 0.97, 0.06, 0.022, 88, 8, false, ["环保科技", "节能设备", "环境工程", "再生资源"]),
        ["emerging_services"] = new(0.19, 430, 0.09, 0.98, 0.048, 0.011, 62, 1.5, true, ["电子商务", "供应链管理", "文化旅游", "健康管理", "商贸物流", "创意设计"]),
    };

    /// <summary>Enterprises of no industry of the programme.</summary>
    public static IndustryShape Other { get; } = Unknown with { Firms = 0.04 };

    public static IndustryShape Of(string industry) => Known.GetValueOrDefault(industry, Unknown);
}
