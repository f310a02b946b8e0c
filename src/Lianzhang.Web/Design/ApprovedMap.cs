using System.Security.Cryptography;

namespace Lianzhang.Web.Design;

/// <summary>A feature of the operator's map.</summary>
/// <param name="Code">Code of the region that it draws.</param>
/// <param name="Name">What the file calls it, for messages.</param>
public sealed record MapFeature(string Code, string Name);

/// <summary>The map of regions that the operator supplies. By law a public map carries the number under which it was approved.</summary>
/// <param name="File">Where it was read from, for messages.</param>
/// <param name="Approval">The approval number (审图号).</param>
/// <param name="Features">The regions that it draws.</param>
/// <param name="GeoJson">What browsers fetch: each region under its code.</param>
/// <param name="Stretch">How wide a degree of longitude is beside one of latitude, there where the map lies.</param>
public sealed record ApprovedMap(string File, string Approval, IReadOnlyList<MapFeature> Features, ReadOnlyMemory<byte> GeoJson, double Stretch)
{
    public const string Path = "/maps/regions.json";

    private readonly HashSet<string> codes = [.. Features.Select(feature => feature.Code)];

    /// <summary>Without a map of its own, a server shows regions as tiles.</summary>
    public static ApprovedMap None { get; } = new(string.Empty, string.Empty, [], default, 1);

    /// <summary>Changes with the map, so that browsers may keep it.</summary>
    public string Address { get; } = $"{Path}?v={Convert.ToHexStringLower(SHA256.HashData(GeoJson.Span))[..12]}";

    public bool Has(string code) => codes.Contains(code);
}
