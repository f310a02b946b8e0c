namespace Lianzhang.Core.Cubes;

/// <summary>A node in which units lie themselves, in the order of the facts.</summary>
internal readonly record struct CubeLeaf(int Node, CubePlacement[] Placements);

/// <summary>A node that holds what others hold together; it is one of them where units lie in it as well.</summary>
internal readonly record struct CubeSum(int Into, int[] From);

/// <summary>
/// What a full count goes through, region by region: its cells lie near each other. Where nothing lies any more, nothing was left when it
/// was taken away.
/// </summary>
/// <param name="Leaves">The units that lie in it themselves, node by node.</param>
/// <param name="Industries">How the industries of these units add up, the deepest first.</param>
/// <param name="Within">The regions within it.</param>
/// <param name="Regions">How these regions add up, once they are done.</param>
internal sealed record CubeRegion(CubeLeaf[] Leaves, CubeSum[] Industries, CubeRegion[] Within, CubeSum[] Regions);
