namespace Lianzhang.Core.Generation;

/// <summary>What decides everything of an enterprise: where, in what, how large, from when until when. Small, so that a city's are held at once.</summary>
internal sealed class FirmSketch
{
    public required int Number { get; init; }

    /// <summary>Place of its industry in the ground; beyond the last for none.</summary>
    public required int Industry { get; init; }

    public required string? Field { get; init; }

    public required int County { get; init; }

    /// <summary>How large it is beside others of its industry.</summary>
    public required double Weight { get; init; }

    /// <summary>How much faster it grows a year than its industry.</summary>
    public required double Drift { get; init; }

    public required DateOnly Founded { get; init; }

    /// <summary>The first day on which it is closed, or has gone into another.</summary>
    public DateOnly? Ended { get; set; }

    /// <summary>Number of the enterprise that it was merged into.</summary>
    public int? MergedInto { get; set; }

    /// <summary>Place among those of its city in fitness for titles of innovation, from 0.</summary>
    public int Inventive { get; set; }

    /// <summary>Place among the small in fitness for the list of technology SMEs, from 0; null for one that is not small.</summary>
    public int? Agile { get; set; }

    /// <summary>Place of its cluster in the ground.</summary>
    public int? Cluster { get; set; }

    /// <summary>Its size against the others of its city, from 0 to 1.</summary>
    public double Standing { get; set; }

    public bool IsThereIn(int year, int month) => new DateOnly(year, month, 1) is var first && Founded < first && !(Ended <= first);

    /// <summary>In how many months of a year it reports.</summary>
    public int MonthsIn(int year) => Enumerable.Range(1, 12).Count(month => IsThereIn(year, month));
}
