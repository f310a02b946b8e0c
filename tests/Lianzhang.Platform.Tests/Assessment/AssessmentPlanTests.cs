using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Assessment;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Measures;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Platform.Tests.Supervision;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Assessment;

/// <summary>Plans of other kinds than the invented county's own.</summary>
public abstract class AssessmentPlanTests(StoreKind kind, PostgresCluster cluster)
{
    private const string Offices = """

          - code: offices
            name: 部门考核
            name_en: Offices
            compares: organisations
            every: quarter
            groups:
              - {code: all, name: 部门, name_en: Offices, members: [county_drc, county_stats, tourism]}
            columns:
              - {code: done, name: 完成, name_en: Done, count: measures_done}
              - {code: late, name: 逾期, name_en: Late, count: measures_late}
              - {code: joint_done, name: 配合完成, name_en: Done with others, count: measures_done, part: joint}
              - {code: joint_late, name: 配合逾期, name_en: Late with others, count: measures_late, part: joint}
            scoring:
              score: points
              indicators:
                - {code: points, name: 任务, name_en: Tasks}
              steps:
                - {step: 计分, method: counted_points, into: points, start: 80, counts: [{column: done, each: 2}, {column: late, each: -3}, {column: joint_done, each: 1}, {column: joint_late, each: -2}]}

        """;

    private const string Signs = "\n  - {code: signs, name: 设置标识, name_en: Signs, kind: task, parent: parks, owner: county_drc, co_owners: county_stats, start: 2025-01-01, deadline: 2026-05-31, cite: {document: plan, section: 园区建设}}\n";

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
    public async Task Tasks_count_for_who_leads_them_and_apart_for_who_works_on_them()
    {
        await using var store = await With(text => text + Offices, measures => measures.Replace("deadline: 2026-12-31,", "deadline: 2026-06-15,", StringComparison.Ordinal) + Signs);
        var officer = await store.As("officer");
        // The whole of it was reported for June, in which it is due; of the other only a part by its day.
        await Report(store, "cold_chain", 6, 100);
        await Report(store, "signs", 4, 60);
        await Report(store, "signs", 6, 100);
        var id = (await store.Do(new StartAssessment("offices", Quarter), officer)).Id;
        Assert.Equal([("tourism", 81.0, 1.0), ("county_drc", 79.0, 2.0), ("county_stats", 78.0, 3.0)], (await store.Do(new GetAssessment(id), officer)).Groups[0].Members.Select(member => (member.Code, member.Score!.Value, member.Rank!.Value)));
        var card = await store.Do(new GetScoreCard(id, "tourism"), officer);
        var joint = card.Figures.Single(figure => figure.Column.Code == "joint_done").Value;
        Assert.Equal((1m, "本期按时完成的任务（配合）", "/measures/cold_chain"), (joint.Value, joint.Source, Assert.Single(joint.Parts!).Href));
        Assert.Equal([1m, 1m, 0m, 0m], (await store.Do(new GetScoreCard(id, "county_drc"), officer)).Figures.Select(figure => figure.Value.Value!.Value));
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

    // As somebody of the office that answers for the task.
    private static async Task Report(Store store, string task, int month, decimal percent) => await store.InDb(async db =>
    {
        db.Add(new MeasureReport
        {
            Id = Guid.CreateVersion7(store.Time.GetUtcNow()), Programme = "qinghe_crafts", Measure = task, Month = PeriodNumber.Of(Period.OfMonth(2026, month)), Version = 1, Percent = percent, Words = "进展", Milestones = [], Organisation = "县发展改革局",
            By = "甲", At = store.Time.GetUtcNow(),
        });
        return await db.SaveChangesAsync();
    });

    private async Task<Store> With(Func<string, string> plans, Func<string, string>? measures = null)
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        await RedLight.At(store, 2026, 7, 3);
        await Publish(store, plans, measures);
        return store;
    }

    private static Task<ProgrammeVersionView> Publish(Store store, Func<string, string> plans, Func<string, string>? measures = null) => store.Do(new PublishProgramme(
        [
            .. Store.Qinghe.Select(file => file.Name switch
            {
                "assessment.yaml" => file with { Text = plans(file.Text) },
                "measures.yaml" => file with { Text = measures?.Invoke(file.Text) ?? file.Text },
                _ => file,
            }),
        ],
        "plans"));
}

/// <summary>On the embedded store.</summary>
public sealed class AssessmentPlansOnSqliteTests(PostgresCluster cluster) : AssessmentPlanTests(StoreKind.Sqlite, cluster);

/// <summary>On the store of production.</summary>
public sealed class AssessmentPlansOnPostgresTests(PostgresCluster cluster) : AssessmentPlanTests(StoreKind.Postgres, cluster);
