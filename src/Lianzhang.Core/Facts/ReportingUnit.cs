namespace Lianzhang.Core.Facts;

/// <summary>Somebody who reports: an enterprise, park, project or department, with its codes per attribute (region, industry, title …).</summary>
public sealed record ReportingUnit(string Code, IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes)
{
    /// <summary>Whether it is a park or a region that reports for itself: what it reports counts, but it is none of the units that are counted.</summary>
    public bool IsPlace { get; init; }

    /// <summary>The unit's codes for an attribute; several for titles, none where it has none.</summary>
    public IReadOnlyList<string> Of(string attribute) => Attributes.TryGetValue(attribute, out var codes) ? codes : [];
}
