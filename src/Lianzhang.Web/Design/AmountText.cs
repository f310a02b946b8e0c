using System.Globalization;

namespace Lianzhang.Web.Design;

/// <summary>Amounts as a board writes them: 580.87, 1000, and from five digits on in groups of three, 12,500.</summary>
public static class AmountText
{
    public static string Of(decimal amount) => Of(amount, "####");

    /// <summary>With so many decimals, for amounts that stand below each other.</summary>
    public static string Of(decimal amount, int decimals) => Of(Math.Round(amount, decimals, MidpointRounding.AwayFromZero), new string('0', decimals));

    private static string Of(decimal amount, string decimals) =>
        amount.ToString($"{(Math.Abs(amount) >= 10_000 ? "#,##0" : "0")}.{decimals}", CultureInfo.InvariantCulture);
}
