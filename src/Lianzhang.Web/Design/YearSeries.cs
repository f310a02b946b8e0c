namespace Lianzhang.Web.Design;

/// <summary>Amounts of one kind, one for each period of a chart; null where there is none.</summary>
public sealed record YearSeries(string Name, IReadOnlyList<decimal?> Amounts);
