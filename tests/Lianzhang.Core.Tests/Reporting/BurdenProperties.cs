using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;

namespace Lianzhang.Core.Tests.Reporting;

/// <summary>What holds of the burden of any forms.</summary>
public sealed class BurdenProperties
{
    private static readonly FormDefinition[] Bundled = [.. ReadProgramme.Read("programmes/heze", Repository.Files("programmes/heze")).Programme!.Forms];

    private static readonly Gen<FormDefinition> Forms =
        from form in Gen.Elements(Bundled)
        from frequency in Gen.Elements(Enum.GetValues<FormFrequency>())
        from minutes in Gen.Choose(1, 480)
        from of in Gen.Elements(Enum.GetValues<FormUnits>())
        from code in Gen.Choose(1, 1_000_000)
        select form with { Code = $"form_{code}", Frequency = frequency, Minutes = minutes, Of = of };

    private static readonly Arbitrary<(FormDefinition[] Some, FormDefinition[] Others)> Two = Lists(5).SelectMany(some => Lists(5).Select(others => (some, others))).ToArbitrary();

    [Property]
    public Property A_year_of_it_is_what_each_form_asks_in_each_of_its_periods() => Prop.ForAll(Lists(6).ToArbitrary(), forms =>
    {
        var burden = Burden.Of(forms);
        return Math.Round(burden.ItemsAMonth * 12, 6) == burden.Forms.Sum(form => form.Items * form.PeriodsAYear)
            && Math.Round(burden.MinutesAMonth * 12, 6) == burden.Forms.Sum(form => form.Form.Minutes * form.PeriodsAYear);
    });

    [Property]
    public Property Forms_add_up_in_whatever_order() => Prop.ForAll(Two, pair =>
    {
        var (some, others) = pair;
        var (one, other, all) = (Burden.Of(some), Burden.Of(others), Burden.Of([.. others, .. some]));
        return Math.Round(one.ItemsAMonth + other.ItemsAMonth - all.ItemsAMonth, 6) == 0 && Math.Round(one.MinutesAMonth + other.MinutesAMonth - all.MinutesAMonth, 6) == 0;
    });

    [Property]
    public Property No_form_counts_fewer_things_than_items_that_it_asks() => Prop.ForAll(Forms.ToArbitrary(), form =>
        Burden.Of([form]).Forms[0].Items >= AskedItems.Of(form).Count());

    [Property]
    public Property Nothing_is_asked_twice_exactly_when_each_item_has_one_place() => Prop.ForAll(Lists(4).ToArbitrary(), forms =>
    {
        var distinct = forms.DistinctBy(form => form.Code).ToList();
        var asked = distinct.SelectMany(AskedItems.Of).ToList();
        return (AskedItems.Twice(distinct).Count == 0) == (asked.Select(one => (one.Form.Of, one.Item)).Distinct().Count() == asked.Count);
    });

    private static Gen<FormDefinition[]> Lists(int most) => Gen.Choose(0, most).SelectMany(count => Forms.ArrayOf(count));
}
