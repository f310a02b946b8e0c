namespace Lianzhang.Web.Design;

/// <summary>What ties a control to its field's label, hint and error.</summary>
public sealed record FieldControl(string Id, string? DescribedBy, bool Invalid)
{
    public IReadOnlyDictionary<string, object?> Attributes => new Dictionary<string, object?>
    {
        ["id"] = Id,
        ["aria-describedby"] = DescribedBy,
        ["aria-invalid"] = Invalid ? "true" : null,
    };
}
