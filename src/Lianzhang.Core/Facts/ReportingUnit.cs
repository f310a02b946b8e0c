namespace Lianzhang.Core.Facts;

/// <summary>Somebody who reports: an enterprise, park, project or department, with its codes per attribute (region, industry, title …).</summary>
public sealed record ReportingUnit(string Code, IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes)
{
    /// <summary>The unit's codes for an attribute; several for titles, none where it has none.</summary>
    public IReadOnlyList<string> Of(string attribute) => Attributes.TryGetValue(attribute, out var codes) ? codes : [];
}
