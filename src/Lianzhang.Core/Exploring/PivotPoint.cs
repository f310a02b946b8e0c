using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Exploring;

/// <summary>What one cell is of.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Region">Code of the region.</param>
/// <param name="Period">The period.</param>
/// <param name="Where">Which units of the region count; null for all.</param>
internal sealed record PivotPoint(PivotMeasure Measure, string Region, Period Period, Filter? Where)
{
    /// <summary>The same of those units alone that a test passes.</summary>
    public PivotPoint And(string attribute, FilterOperator operation, params IReadOnlyList<string> codes)
    {
        var test = new FilterTest(new Name(attribute, default), operation, [.. codes.Select(code => new Name(code, default))], default);
        return this with { Where = Where is null ? test : new BothFilters(Where, test, default) };
    }
}

/// <summary>A line with what it makes of the cells that lie on it; null where they can be of nothing.</summary>
internal sealed record PivotMember(PivotLine Line, Func<PivotPoint, PivotPoint?> Of)
{
    public bool IsMember => Line.Kind == PivotLineKind.Member;
}

/// <summary>The lines of an axis, and whether they make up the whole.</summary>
internal sealed record PivotMembers(string Of, Text Name, IReadOnlyList<PivotMember> Lines);
