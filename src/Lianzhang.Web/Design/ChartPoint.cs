namespace Lianzhang.Web.Design;

/// <summary>An amount at a day, with the name of its period as it is to be read: 2024年, 2024年1—9月.</summary>
/// <param name="Flag">How firm the figure is: 预计, 初步.</param>
public sealed record ChartPoint(string Period, DateOnly At, decimal Amount, string? Flag = null);
