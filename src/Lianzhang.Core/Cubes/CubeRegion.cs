namespace Lianzhang.Core.Cubes;

/// <summary>What a full count goes through, region by region: its cells lie near each other.</summary>
/// <param name="Nodes">The nodes of the region.</param>
/// <param name="Placements">The units that lie in it themselves, node by node and there in the order of the facts.</param>
/// <param name="Industries">Into which node each adds up within the region, the deepest industries first.</param>
/// <param name="Within">The regions within it.</param>
/// <param name="Above">Into which node of the region above each adds up, once the region is done.</param>
internal sealed record CubeRegion(int[] Nodes, CubePlacement[] Placements, (int From, int Into)[] Industries, CubeRegion[] Within, (int From, int Into)[] Above);
