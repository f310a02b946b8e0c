using Lianzhang.Core.Facts;

namespace Lianzhang.Core.Cubes;

/// <summary>Where a unit counts while nothing about it changes.</summary>
/// <param name="Leaves">The nodes in which it lies itself: its region and industry, and each of its groups there.</param>
/// <param name="Nodes">These and all above them.</param>
/// <param name="Passes">For each filter whether the unit passes.</param>
/// <param name="IsPlace">Whether it is a park or region, which is none of the units that are counted.</param>
internal sealed record CubeMember(int[] Leaves, int[] Nodes, bool[] Passes, bool IsPlace)
{
    public bool Counts(CubeAggregate aggregate) => (aggregate.Filter == CubeDefinition.All || Passes[aggregate.Filter]) && (aggregate.Item is not null || !IsPlace);
}

/// <summary>A run of months, the last one not included, through which a unit counted in the same nodes.</summary>
internal readonly record struct CubeSpan(int From, int To, CubeMember Member);

/// <summary>What a full count goes through: a unit by its place among the facts (-1 where it never reported), and a node in which it lies for a while.</summary>
internal readonly record struct CubePlacement(int Unit, int Leaf, int From, int To, CubeMember Member);

/// <summary>A unit with where it counted in each of the months.</summary>
internal sealed record CubeUnit(UnitHistory History, int? Index, CubeSpan[] Spans)
{
    public IEnumerable<CubePlacement> Placements => Spans.SelectMany(span => span.Member.Leaves, (span, leaf) => new CubePlacement(Index ?? -1, leaf, span.From, span.To, span.Member));

    public CubeMember? At(int slot)
    {
        foreach (var span in Spans)
        {
            if (slot >= span.From && slot < span.To)
                return span.Member;
        }

        return null;
    }
}
