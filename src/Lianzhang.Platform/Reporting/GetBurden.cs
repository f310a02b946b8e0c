using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>What a form costs each unit that is asked it.</summary>
/// <param name="Code">Code of the form.</param>
/// <param name="Number">Its number as it is printed.</param>
/// <param name="Name">Its name.</param>
/// <param name="Frequency">How often it is filled in.</param>
/// <param name="Items">How many things it asks for one period.</param>
/// <param name="Minutes">Minutes that it takes, as tried out.</param>
/// <param name="Units">How many units are asked it today.</param>
public sealed record BurdenForm(string Code, string Number, Text Name, FormFrequency Frequency, int Items, int Minutes, int Units);

/// <summary>Units that are asked the same forms.</summary>
/// <param name="Forms">The names of the forms.</param>
/// <param name="Units">How many units.</param>
/// <param name="ItemsAMonth">How many things each fills in, in an average month.</param>
/// <param name="MinutesAMonth">How many minutes it takes each.</param>
public sealed record BurdenGroup(IReadOnlyList<Text> Forms, int Units, decimal ItemsAMonth, decimal MinutesAMonth);

/// <summary>What was asked for periods that ended in a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Reports">How many reports, without those that are exempt.</param>
/// <param name="Units">Of how many units.</param>
/// <param name="Minutes">Minutes that all of them take, by the forms as they were then.</param>
public sealed record BurdenMonth(Period Month, int Reports, int Units, int Minutes)
{
    /// <summary>Minutes of each unit that was asked; null where none was.</summary>
    public decimal? MinutesAUnit => Units == 0 ? null : (decimal)Minutes / Units;
}

/// <summary>An item that one kind of unit is asked in two places.</summary>
public sealed record BurdenTwice(string Item, Text Name, Text First, Text Again);

/// <summary>What is asked of one kind of unit.</summary>
/// <param name="Of">The kind of unit.</param>
/// <param name="Forms">Its forms.</param>
/// <param name="Groups">The units by the forms that they are asked, the most units first.</param>
/// <param name="Months">The last twelve months, oldest first.</param>
/// <param name="Twice">The items that are asked twice.</param>
public sealed record KindBurden(FormUnits Of, IReadOnlyList<BurdenForm> Forms, IReadOnlyList<BurdenGroup> Groups, IReadOnlyList<BurdenMonth> Months, IReadOnlyList<BurdenTwice> Twice)
{
    /// <summary>How many units are asked anything today.</summary>
    public int Units => Groups.Sum(group => group.Units);

    /// <summary>How many things a unit fills in on average in an average month; null where no unit is asked.</summary>
    public decimal? ItemsAMonth => Units == 0 ? null : Groups.Sum(group => group.Units * group.ItemsAMonth) / Units;

    /// <summary>How many minutes it takes a unit on average; null where no unit is asked.</summary>
    public decimal? MinutesAMonth => Units == 0 ? null : Groups.Sum(group => group.Units * group.MinutesAMonth) / Units;
}

/// <summary>What is asked of each kind of unit, within what one sees.</summary>
public sealed record BurdenView(DateOnly AsOf, IReadOnlyList<KindBurden> Kinds);

/// <summary>Reads what reporting costs those who report.</summary>
public sealed record GetBurden : IRequest<BurdenView>;

internal sealed class GetBurdenSlice(CountBurden count) : Slice<GetBurden, BurdenView>
{
    public override Permission Permission { get; } = new("rounds.read", Changes: false);

    protected override Task<Answer<BurdenView>> Handle(GetBurden request, CancellationToken cancel) => count.Now(cancel);
}

/// <summary>Counts what is asked of the units that one sees.</summary>
internal sealed class CountBurden(ItemBook book, FindFormUnits units, BurdenMonths months, CurrentCaller caller, TimeProvider time)
{
    public async Task<Answer<BurdenView>> Now(CancellationToken cancel)
    {
        if (await book.Programme(cancel) is not { } programme)
            return ItemBook.NothingPublished;
        var took = await months.Last(cancel);
        var twice = AskedItems.Twice(programme.Forms);
        List<KindBurden> kinds = [];
        foreach (var forms in programme.Forms.GroupBy(form => form.Of).OrderBy(forms => forms.Key))
        {
            var asked = (await units.Asked(forms.Key, programme, time.Today(), cancel)).Where(asked => IsSeen(asked.Unit)).ToList();
            kinds.Add(new KindBurden(
                forms.Key,
                [.. Burden.Of(forms).Forms.Select(one => new BurdenForm(one.Form.Code, one.Form.Number, one.Form.Name, one.Form.Frequency, one.Items, one.Form.Minutes, asked.Count(unit => unit.Forms.Contains(one.Form))))],
                Groups(asked),
                took[forms.Key],
                [.. twice.Where(one => one.Again.Form.Of == forms.Key).Select(one => new BurdenTwice(one.Again.Item, programme.ItemName(one.Again.Item), one.First.Form.Name, one.Again.Form.Name))]));
        }

        return new BurdenView(time.Today(), kinds);
    }

    private bool IsSeen(ReportingUnit unit) => caller.Sight.IsUnlimited || unit.Of(UnitAttributes.Region).Any(caller.Sight.Regions.Contains);

    private static List<BurdenGroup> Groups(IEnumerable<AskedUnit> asked) => [.. asked
        .GroupBy(unit => string.Join(' ', unit.Forms.Select(form => form.Code)))
        .Select(group => Group(group.First().Forms, group.Count()))
        .OrderByDescending(group => group.Units).ThenByDescending(group => group.MinutesAMonth)];

    private static BurdenGroup Group(IReadOnlyList<FormDefinition> forms, int units)
    {
        var burden = Burden.Of(forms);
        return new BurdenGroup([.. forms.Select(form => form.Name)], units, burden.ItemsAMonth, burden.MinutesAMonth);
    }
}
