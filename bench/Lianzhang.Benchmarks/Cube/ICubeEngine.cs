namespace Lianzhang.Benchmarks.Cube;

/// <summary>A way of keeping the sums and counts of all regions, industries, months and items.</summary>
internal interface ICubeEngine : IDisposable
{
    /// <summary>Takes in units and facts.</summary>
    void Load(CubeWorld world);

    /// <summary>Computes every cell anew.</summary>
    void Full();

    /// <summary>Puts one report right, and every cell in which it counts.</summary>
    void Refresh(CorrectedReport report);

    /// <summary>What the cells hold, as <see cref="CubeWorld.Digest"/> tells it.</summary>
    ulong Digest();
}
