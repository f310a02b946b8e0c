namespace Lianzhang.Platform.Shared;

/// <summary>What a request is about, as far as rights are limited by it; nothing set means the programme as a whole.</summary>
/// <param name="Region">Code of the region.</param>
/// <param name="Industry">Code of the industry.</param>
/// <param name="Organisation">The organisation.</param>
public readonly record struct Subject(string? Region = null, string? Industry = null, Guid? Organisation = null)
{
    public static Subject Whole => default;

    public override string ToString() => string.Join(' ', new[] { Region, Industry, Organisation?.ToString() }.Where(part => part is not null));
}
