namespace Lianzhang.Core.Facts;

/// <summary>The attributes of units that the registers keep. A programme names further ones in its items file.</summary>
public static class UnitAttributes
{
    public const string Name = "name";
    public const string Region = "region";
    public const string Industry = "industry";

    /// <summary>Class of GB/T 4754-2017.</summary>
    public const string Gb = "gb";

    /// <summary>How much of the unit belongs to the strategic emerging industries: part or whole.</summary>
    public const string Sei = "sei";

    public const string Size = "size";
    public const string Status = "status";
    public const string Park = "park";
    public const string Cluster = "cluster";
    public const string ChainNode = "chain_node";

    /// <summary>What the policy calls an enterprise beside its titles: leading, chain master, supplier of a trump card, platform.</summary>
    public const string Kind = "kind";

    public const string Title = "title";

    /// <summary>Code of the unit that goes on in its place, from the day of the merger on.</summary>
    public const string MergedInto = "merged_into";

    /// <summary>Those of which a unit has one value at a time.</summary>
    public static IReadOnlyList<string> Single { get; } = [Name, Region, Industry, Gb, Sei, Size, Status];

    /// <summary>Those of which a unit may have several values at once; titles are kept by themselves.</summary>
    public static IReadOnlyList<string> Several { get; } = [Park, Cluster, ChainNode, Kind];
}
