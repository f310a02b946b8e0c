namespace Lianzhang.Benchmarks.Cube;

/// <summary>A way of keeping the sums and counts of all regions, industries, months and items, and the indicators of all regions and months.</summary>
internal interface ICubeEngine : IDisposable
{
    /// <summary>Takes in units and facts.</summary>
    void Load(CubeWorld world);

    /// <summary>Computes every cell and indicator anew.</summary>
    void Full();

    /// <summary>Puts one report right, and every cell and indicator in which it counts.</summary>
    void Refresh(CorrectedReport report);

    /// <summary>What the cells hold, as <see cref="CubeWorld.Digest"/> tells it.</summary>
    ulong Digest();

    /// <summary>The indicators by region, indicator and month, the last beside each other; not a number where there is none.</summary>
    double[] Indicators();
}
