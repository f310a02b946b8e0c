using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lianzhang.Core.Facts;

namespace Lianzhang.Core.Cubes;

/// <summary>A quarter of the periods of a node while units are added: their sums, how many gave one, and how many owe it. It stays in registers.</summary>
internal struct CubeAdding
{
    private static readonly Vector512<int> NarrowStates = Vector512.Create(FactRow.NarrowNotApplicable);
    private static readonly Vector512<int> NarrowMissing = Vector512.Create(FactRow.NarrowMissing);

    public Vector512<long> Lower;
    public Vector512<long> Upper;
    public Vector512<int> Given;
    public Vector512<int> Owed;

    /// <summary>Adds what a unit said; of what does not apply it says where.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<int> Add(ReadOnlySpan<int> said)
    {
        var asked = Vector512.Create(said);
        var (isGiven, isMissing) = (Vector512.GreaterThan(asked, NarrowStates), Vector512.Equals(asked, NarrowMissing));
        var (low, high) = Vector512.Widen(asked & isGiven);
        (Lower, Upper, Given, Owed) = (Lower + low, Upper + high, Given - isGiven, Owed - isMissing);
        return Vector512.Equals(asked, NarrowStates);
    }
}
