namespace Lianzhang.Core.Cubes;

/// <summary>How much a cube holds.</summary>
/// <param name="Units">The units that it counts.</param>
/// <param name="Cells">The cells that it has room for, whether anything was counted in them or not.</param>
/// <param name="Changes">The values that it went along with since it was built.</param>
public readonly record struct CubeSize(int Units, long Cells, long Changes);
