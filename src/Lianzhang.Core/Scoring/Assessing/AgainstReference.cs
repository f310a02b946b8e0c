using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Assessing;

/// <summary>
/// Points by the distance from a figure such as that of the city: base + (x − reference) / per × points, turned where less is better, between
/// <c>floor</c> and <c>cap</c> where these are given. By the defaults 60 ± 0.1 for every 0.1 percentage points. Equal values get equal points;
/// missing stays missing. Source: county assessments against the city's figure.
/// </summary>
public sealed record AgainstReference(
    string Step,
    [property: Description("Points at the reference.")] double Base = 60,
    [property: Description("Points for each step away from it.")] double Points = 0.1,
    [property: Description("How long a step is, in the unit of the indicator.")] double Per = 0.1,
    [property: Description("The fewest points.")] double? Floor = null,
    [property: Description("The most points.")] double? Cap = null,
    IReadOnlyList<string>? Columns = null) : ColumnStep(Step, Columns)
{
    internal override bool Turns => true;

    internal override IEnumerable<(string Key, Text Message)> Check(ScoreTree tree)
    {
        if (Per <= 0)
            yield return ("per", ("per 须大于零", "per must be above zero"));
    }

    internal override double?[] Apply(ColumnInput column)
    {
        var reference = column.Need(column.Indicator.Reference, "reference");
        return column.Map(value => Limit.Between(Base + ((value - reference) * column.Sign / Per * Points), Floor, Cap));
    }
}
