namespace Lianzhang.Core.Facts;

/// <summary>How the value of a region follows from the values of its parts.</summary>
public enum RegionRule
{
    /// <summary>Counts and amounts: the whole is the sum of its parts.</summary>
    Sum,

    /// <summary>Shares and rates: the whole lies between its parts.</summary>
    Mean,

    /// <summary>Neither: parts say nothing of the whole.</summary>
    None,
}
