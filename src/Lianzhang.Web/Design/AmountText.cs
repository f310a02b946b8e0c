using System.Globalization;

namespace Lianzhang.Web.Design;

/// <summary>Amounts as a board writes them: 580.87, 1000, and from five digits on in groups of three, 12,500.</summary>
public static class AmountText
{
    public static string Of(decimal amount) =>
        amount.ToString(Math.Abs(amount) >= 10_000 ? "#,##0.####" : "0.####", CultureInfo.InvariantCulture);
}
