using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Assessment;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Platform.Tests.Supervision;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Assessment;

/// <summary>Plans of other kinds than the invented county's own.</summary>
public abstract class AssessmentPlanTests(StoreKind kind, PostgresCluster cluster)
{
    private static readonly Period Quarter = Period.OfQuarter(2026, 2);

    [Fact]
    public async Task What_nobody_has_a_figure_of_is_left_out_where_the_plan_says_so()
    {
        await using var store = await With(text => text
            .Replace("      - {code: ballot, name: 观摩评议, name_en: Observation}\n", "      - {code: ballot, name: 观摩评议, name_en: Observation}\n      - {code: survey, name: 满意度, name_en: Survey}\n", StringComparison.Ordinal)
            .Replace("        - {code: ballot, parent: total, weight: 1}\n", "        - {code: ballot, parent: total, weight: 1}\n        - {code: survey, parent: total, weight: 1, empty: leave_out}\n", StringComparison.Ordinal));
        var officer = await store.As("officer");
        Assert.Equal([("总分", false), ("观摩评议", false), ("满意度", true)], (await store.Do(new GetAssessmentPlan("towns"), officer)).Parts.Select(part => (part.Name.Zh, part.MayBeLeftOut)));
        var id = (await store.Do(new StartAssessment("towns", Quarter), officer)).Id;
        await store.Do(new PutFigure(id, Firms.Hedong, "ballot", 95, "6 月观摩"), officer);
        await store.Do(new PutFigure(id, Firms.Hexi, "ballot", 91, "6 月观摩"), officer);

        const string Told = "所有对象都没有数据、未计入的指标：满意度。其权重按比例计入同级其他指标。";
        var view = await store.Do(new GetAssessment(id), officer);
        Assert.Equal(Told, view.LeftOut?.Zh);
        Assert.Equal([95, 91], view.Groups[0].Members.Select(member => member.Score!.Value));
        var card = await store.Do(new GetScoreCard(id, Firms.Hedong), officer);
        Assert.Equal(Told, card.LeftOut?.Zh);
        Assert.DoesNotContain(card.Parts, part => part.Code == "survey");
        using var sheet = new Sheet((await store.Do(new ExportAssessment(id, Language.Chinese), officer)).Content, "排名");
        Assert.Contains(Told, sheet.Note, StringComparison.Ordinal);

        await store.Do(new PutFigure(id, Firms.Hexi, "survey", 97, "第三方测评"), officer);
        view = await store.Do(new GetAssessment(id), officer);
        Assert.Null(view.LeftOut);
        Assert.Equal([(Firms.Hedong, 95.0), (Firms.Hexi, 94.0)], view.Groups[0].Members.Select(member => (member.Code, member.Score!.Value)));
    }

    [Fact]
    public async Task Two_assessments_by_one_plan_are_set_side_by_side()
    {
        await using var store = await With(text => text);
        var (officer, county) = (await store.As("officer"), await store.As("county"));
        var first = await Scored(store, Period.OfQuarter(2026, 1), 90, 95);
        await Publish(store, text => text.Replace("        - {step: 督办扣分", "        - {step: 分数界限, method: limit, columns: [total], cap: 96}\n        - {step: 督办扣分", StringComparison.Ordinal));
        var second = await Scored(store, Quarter, 97, 93);
        Assert.Equal([first], (await store.Do(new GetAssessment(second), officer)).Others.Select(other => other.Id));

        // In the order of the periods, whichever is named first.
        foreach (var request in new[] { new CompareRuns(first, second), new CompareRuns(second, first) })
        {
            var runs = await store.Do(request, officer);
            Assert.Equal((first, second), (runs.Before.Id, runs.After.Id));
            Assert.Equal([(Firms.Hedong, 1.0, 6.0), (Firms.Hexi, -1.0, -2.0)], runs.Comparison.Members.Select(member => (member.Code, member.Places!.Value, member.Moved!.Value)));
            Assert.Equal(("观摩评议", 7.0), (runs.Names[runs.Comparison.Members[0].Parts[0].Code].Zh, runs.Comparison.Members[0].Parts[0].Points));
            Assert.Equal(("steps", ChangeKind.Added), (Assert.Single(runs.Comparison.Rules).List, runs.Comparison.Rules[0].Kind));
        }

        var workbook = await store.Do(new ExportComparedRuns(second, first, Language.Chinese), officer);
        Assert.Equal("assessment-2026-Q1-2026-Q2.xlsx", workbook.FileName);
        using var sheet = new Sheet(workbook.Content, "名次对比");
        Assert.Empty(sheet.Faults);
        Assert.Equal(["乡镇", "河东镇", "2", "1", "1", "90", "96", "6", "-1"], sheet.List[0]);

        // Who may not see one of them sees neither side by side.
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new CompareRuns(second, first), county)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportComparedRuns(second, first, Language.Chinese), county)).Problem!.Kind);
        var unscored = (await store.Do(new StartAssessment("towns", Period.OfQuarter(2025, 4)), officer)).Id;
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new CompareRuns(second, unscored), officer)).Problem!.Kind);
    }

    private static async Task<Guid> Scored(Store store, Period period, decimal hedong, decimal hexi)
    {
        var officer = await store.As("officer");
        var id = (await store.Do(new StartAssessment("towns", period), officer)).Id;
        await store.Do(new PutFigure(id, Firms.Hedong, "ballot", hedong, "观摩"), officer);
        await store.Do(new PutFigure(id, Firms.Hexi, "ballot", hexi, "观摩"), officer);
        return id;
    }

    private async Task<Store> With(Func<string, string> plans)
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        await RedLight.At(store, 2026, 7, 3);
        await Publish(store, plans);
        return store;
    }

    private static Task<ProgrammeVersionView> Publish(Store store, Func<string, string> plans) =>
        store.Do(new PublishProgramme([.. Store.Qinghe.Select(file => file.Name == "assessment.yaml" ? file with { Text = plans(file.Text) } : file)], "plans"));
}

/// <summary>On the embedded store.</summary>
public sealed class AssessmentPlansOnSqliteTests(PostgresCluster cluster) : AssessmentPlanTests(StoreKind.Sqlite, cluster);

/// <summary>On the store of production.</summary>
public sealed class AssessmentPlansOnPostgresTests(PostgresCluster cluster) : AssessmentPlanTests(StoreKind.Postgres, cluster);
