using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Appeals;
using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Tests.Appeals;

/// <summary>What holds of an appeal whatever is tried with it, by whomever, in whatever order.</summary>
public sealed class AppealFlowProperties
{
    private static readonly WorkingCalendar Calendar = Repository.Heze.Programme!.Calendar;
    private static readonly Guid Asker = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid[] Offices = [Asker, Guid.Parse("00000000-0000-0000-0000-000000000002"), Guid.Parse("00000000-0000-0000-0000-000000000003")];
    private static readonly Guid[] People = [Guid.Parse("00000000-0000-0000-0000-00000000000a"), Guid.Parse("00000000-0000-0000-0000-00000000000b")];
    private static readonly AppealActor Filer = new("filer", People[0], Asker);

    private static readonly Gen<AppealActor> Actors =
        from person in Gen.Elements(People)
        from office in Gen.Elements(Offices)
        from isProduct in Gen.Choose(0, 9)
        select isProduct == 0 ? AppealActor.Product : new AppealActor("somebody", person, office);

    private static readonly Gen<(AppealAct Act, int Wait)> Acts =
        from step in Gen.Elements(Enum.GetValues<AppealStep>())
        from actor in Actors
        from wait in Gen.Elements(0, 0, 1, 3, 20)
        from words in Gen.Elements("", "理由", "理由")
        from to in Gen.Elements(Offices)
        from rating in Gen.Elements(Enum.GetValues<AppealRating>())
        from days in Gen.Elements<int?>(null, 0, 3, 22)
        select (new AppealAct(step, actor, default, words, to, rating, days), wait);

    private static readonly Gen<(AppealAct Act, int Wait)[]> Journeys = Gen.Choose(20, 120).SelectMany(length => Acts.ArrayOf(length));

    [Property(MaxTest = 1_000)]
    public Property No_step_is_silent() => Holds((before, act, move) =>
        move.Note.Step == act.Step && move.Note.By == act.By && move.Note.On == act.On && move.Note.Words.Length > 0
        && move.Note.From == before.State && move.Note.To == move.Then.State && move.Then != before);

    [Property(MaxTest = 1_000)]
    public Property It_is_reopened_once_at_most() => Prop.ForAll(Journeys.ToArbitrary(), journey => Walk(journey).Count(step => step.Move.Note.Step == AppealStep.Reopen) <= 1);

    [Property(MaxTest = 1_000)]
    public Property The_clock_never_goes_back() => Holds((before, _, move) =>
        (before.Due is null || move.Then.Due >= before.Due) && move.Then.RouteDue == before.RouteDue
        && (move.Then.State == AppealState.AskedBack) == (move.Then.DaysLeft is not null) && move.Then.DaysLeft is null or >= 0);

    [Property(MaxTest = 1_000)]
    public Property Who_answers_is_never_who_asked() => Holds((before, act, _) =>
        act.Step is not (AppealStep.Answer or AppealStep.Pass or AppealStep.AskBack)
        || (act.By.Organisation == before.Handler && before.Handler != Asker && act.By.Account != Filer.Account));

    [Property(MaxTest = 1_000)]
    public Property Only_the_asker_rates_and_reopens_and_takes_back() => Holds((_, act, _) =>
        act.Step is not (AppealStep.Rate or AppealStep.Reopen or AppealStep.Withdraw or AppealStep.AnswerBack) || act.By.Organisation == Asker);

    [Property(MaxTest = 1_000)]
    public Property The_clock_stands_still_once_a_round() => Prop.ForAll(Journeys.ToArbitrary(), journey =>
        Walk(journey).Where(step => step.Move.Note.Step == AppealStep.AskBack).GroupBy(step => step.Before.Round).All(round => round.Count() == 1));

    [Property(MaxTest = 1_000)]
    public Property Done_again_on_the_same_day_a_step_is_refused() => Holds((before, act, move) =>
        act.Step == AppealStep.Pass || AppealFlow.Do(move.Then, act, Calendar, out _) is null);

    [Fact]
    public void What_is_tried_reaches_every_step() => Assert.Equal(
        Enum.GetValues<AppealStep>().Except([AppealStep.File]),
        Journeys.Sample(1_000).SelectMany(journey => Walk(journey).Select(step => step.Move.Note.Step)).Distinct().Order());

    private static Property Holds(Func<AppealStanding, AppealAct, AppealMove, bool> isSo) =>
        Prop.ForAll(Journeys.ToArbitrary(), journey => Walk(journey).All(step => isSo(step.Before, step.Act, step.Move)));

    // The product's own step is tried as often as others, so that appeals end by themselves too.
    private static IEnumerable<(AppealStanding Before, AppealAct Act, AppealMove Move)> Walk((AppealAct Act, int Wait)[] journey)
    {
        var day = new DateOnly(2026, 1, 5);
        var at = AppealFlow.File(Filer, Asker, day, "用地", new AppealKind("land", new("用地"), "drc", 1, 5), Calendar).Then;
        foreach (var (tried, wait) in journey)
        {
            day = day.AddDays(wait);
            var act = tried with { On = day };
            if (AppealFlow.Do(at, act, Calendar, out var refusal) is not { } move)
            {
                Assert.NotEmpty(refusal.Zh);
                continue;
            }

            yield return (at, act, move);
            at = move.Then;
        }
    }
}
