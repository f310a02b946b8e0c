using Lianzhang.Core.Registers;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Registers;

/// <summary>A rule as one enterprise stands to it, in words.</summary>
public sealed record RuleView(Text Name, RuleState State, Text Says);

/// <summary>An enterprise that may be raised to a title, or be supported.</summary>
public sealed record ReadyView(string Unit, string Name, bool IsGenerated, string Region, Text RegionName, Readiness Readiness, IReadOnlyList<RuleView> Rules)
{
    internal static ReadyView Of(JudgedEnterprise one, Programme programme) => new(
        one.Code, one.Name, one.IsGenerated, one.Region, programme.PlaceName(one.Region), one.Judgement.Readiness,
        [.. one.Judgement.Rules.Select(rule => new RuleView(rule.Rule.Name, rule.State, RuleWords.Of(rule, programme.ItemName)))]);
}

/// <summary>A page of enterprises before rules, and how many there are of each standing.</summary>
public sealed record ReadyPage(IReadOnlyList<ReadyView> Enterprises, int Total, int Page, int PageSize, int Meets, int FallsShort, int CannotTell, DateOnly AsOf);

/// <summary>Finds who is ready for a title, who falls short by how little, and of whom it cannot be told.</summary>
/// <param name="Title">Code of the title.</param>
/// <param name="Readiness">Which of them are listed.</param>
/// <param name="Region">A region with all that lies below it.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="PageSize">Enterprises on a page.</param>
public sealed record FindReady(string Title, Readiness Readiness = Readiness.Meets, string? Region = null, int Page = 1, int PageSize = 50) : IRequest<ReadyPage>;

/// <summary>Writes them to Excel: what <see cref="FindReady"/> pages through.</summary>
public sealed record ExportReady(Language Language, string Title, Readiness Readiness = Readiness.Meets, string? Region = null) : IRequest<RegisterWorkbook>;

internal sealed class FindReadySlice(ReadyForTitle ready, TimeProvider time) : Slice<FindReady, ReadyPage>
{
    private const int MostOnPage = 200;

    // Of single enterprises it says how their figures stand to a rule.
    public override Permission Permission { get; } = new("titles.read", Changes: false, Recorded: true);

    protected override Subject About(FindReady request) => new(Region: request.Region);

    protected override Problem? Validate(FindReady request) => Paging.Check(request.Page, request.PageSize, MostOnPage);

    protected override async Task<Answer<ReadyPage>> Handle(FindReady request, CancellationToken cancel)
    {
        var judged = await ready.Find(request.Title, request.Region, cancel);
        return judged.Succeeded(out var found) ? found.Page(request.Readiness, request.Page, request.PageSize, time.Today()) : judged.Problem!;
    }
}

internal sealed class ExportReadySlice(ReadyForTitle ready, TimeProvider time) : Slice<ExportReady, RegisterWorkbook>
{
    public override Permission Permission { get; } = new("titles.read", Changes: false, Recorded: true);

    protected override Subject About(ExportReady request) => new(Region: request.Region);

    protected override async Task<Answer<RegisterWorkbook>> Handle(ExportReady request, CancellationToken cancel)
    {
        var judged = await ready.Find(request.Title, request.Region, cancel);
        if (!judged.Succeeded(out var found))
            return judged.Problem!;
        var title = found.Programme.TitleName(request.Title);
        var subject = (Text)($"{title.Zh}，{RuleWords.Of(request.Readiness).Zh}", $"{title.In(Language.English)}, {RuleWords.Of(request.Readiness).En}");
        return new RegisterWorkbook($"ready-{request.Title}-{time.Today():yyyy-MM-dd}.xlsx", found.Workbook(("梯度培育", "Ladder of titles"), subject, request.Readiness, time.Today(), request.Language));
    }
}

/// <summary>Enterprises as they were judged.</summary>
internal sealed record JudgedList(Programme Programme, IReadOnlyList<JudgedEnterprise> All)
{
    public ReadyPage Page(Readiness standing, int page, int pageSize, DateOnly day)
    {
        var listed = All.Where(one => one.Judgement.Readiness == standing).ToList();
        return new ReadyPage(
            [.. listed.Skip((page - 1) * pageSize).Take(pageSize).Select(one => ReadyView.Of(one, Programme))],
            listed.Count, page, pageSize, Count(Readiness.Meets), Count(Readiness.FallsShort), Count(Readiness.CannotTell), day);
    }

    public byte[] Workbook(Text heading, Text subject, Readiness standing, DateOnly day, Language language)
    {
        List<ReadyView> rows = [.. All.Where(one => one.Judgement.Readiness == standing).Select(one => ReadyView.Of(one, Programme))];
        var columns = new WorkbookColumns<ReadyView>()
            .Text(("企业", "enterprise"), 34, row => row.Name)
            .Text(("统一社会信用代码", "code"), 22, row => row.Unit)
            .Text(("地区", "region"), 14, row => row.RegionName)
            .Text(("结论", "standing"), 10, row => RuleWords.Of(row.Readiness))
            .Text(("各项条件", "rules"), 80, row => Text.Join([.. row.Rules.Select(rule => (Text)($"{rule.Name.Zh}：{rule.Says.Zh}", $"{rule.Name.In(Language.English)}: {rule.Says.In(Language.English)}"))]))
            .Text(("数据性质", "nature"), 9, row => GeneratedWords.MarkOf(row.IsGenerated));
        return WriteWorkbook.Of(new WorkbookTable<ReadyView>(heading, subject, day, columns, rows) { Remark = GeneratedWords.LineOf(rows.Exists(row => row.IsGenerated)) }, language);
    }

    private int Count(Readiness standing) => All.Count(one => one.Judgement.Readiness == standing);
}

/// <summary>Judges enterprises by the rules of a title.</summary>
internal sealed class ReadyForTitle(JudgeEnterprises judge, PublishedProgrammes programmes)
{
    public async Task<Answer<JudgedList>> Find(string code, string? region, CancellationToken cancel)
    {
        if ((await programmes.Find(null, cancel))?.Programme is not { } programme || programme.FindTitle(code) is not { } title)
            return Problem.NotFound(($"方案中没有称号 {code}。", $"The programme has no title {code}."));
        return new JudgedList(programme, await judge.All(new JudgedBy(programme, JudgeLadder.Conditions(programme, title), title.Code, region), cancel));
    }
}
