using Lianzhang.Core.Boards;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;
using Spectre.Console;
using Text = Lianzhang.Core.Values.Text;

namespace Lianzhang.Commands;

/// <summary>Prints a board for people: aligned, with a word for every light, coloured only in a terminal.</summary>
internal sealed class WriteBoard(Terminal terminal, Language language)
{
    // A pipe has no width of its own, so that no row is ever broken in one.
    private const int WidthOfPipe = 1_000;
    private const int WidthOfAllColumns = 150;

    private readonly IAnsiConsole console = CreateConsole(terminal);

    public void Write(Board board)
    {
        Line(Say(($"{board.Programme.Name.Zh} · {board.Region.Name.Zh} · 截至 {board.AsOf:yyyy年M月d日}", $"{board.Programme.Name.In(Language.English)} · {board.Region.Name.In(Language.English)} · as of {board.AsOf:yyyy-MM-dd}")));
        if (board.Targets.Count == 0)
            Line(Say(("此地区没有单列目标。", "No target is set for this region.")));
        else
            console.Write(Targets(board.Targets));
        Counts(board.Targets);
        Notes(board);
    }

    // A narrow terminal gets fewer columns, and what is missing stands under the indicator.
    private Table Targets(IReadOnlyList<BoardRow> rows)
    {
        var columns = console.Profile.Width >= WidthOfAllColumns ? AllColumns() : FewColumns();
        var table = new Table().Border(terminal.Width is null ? TableBorder.Simple : TableBorder.Rounded);
        foreach (var (title, isNumber, _) in columns)
            table.AddColumn(new TableColumn(Markup.Escape(Say(title))) { Alignment = isNumber ? Justify.Right : Justify.Left, NoWrap = isNumber });
        foreach (var row in rows)
            table.AddRow(columns.Select(column => new Markup(column.Cell(row))));
        return table;
    }

    private (Text Title, bool IsNumber, Func<BoardRow, string> Cell)[] AllColumns() =>
    [
        (("指标", "indicator"), false, row => Markup.Escape(Say(row.Name))),
        (("年份", "year"), false, Year),
        (("目标", "target"), true, row => Markup.Escape(TargetWords.Of(row.Target, language))),
        (("最新值", "latest"), true, row => Amount(row.Actual?.Value, row.Actual?.Unit)),
        (("时期", "period"), false, Period),
        (("应达", "expected"), true, row => Amount(row.Expected, row.Target.Unit)),
        (("差距", "gap"), true, row => Amount(row.Gap, row.Target.Unit)),
        (("还需年均", "still a year"), true, row => Amount(row.RequiredGrowth, row.RequiredGrowthUnit)),
        (("状态", "status"), false, Light),
        (("缺什么（责任单位）", "missing (owed by)"), false, row => Markup.Escape(Owed(row.Missing))),
    ];

    private (Text Title, bool IsNumber, Func<BoardRow, string> Cell)[] FewColumns() =>
    [
        (("指标", "indicator"), false, row => Markup.Escape(Say(row.Name)) + (row.Missing.Count > 0 ? $"\n[dim]{Markup.Escape(Say(("缺：", "missing: ")) + Owed(row.Missing))}[/]" : string.Empty)),
        (("年份", "year"), false, Year),
        (("目标", "target"), true, row => Markup.Escape(TargetWords.Of(row.Target, language)) + (row.Gap is null ? string.Empty : $"\n[dim]{Say(("差", "gap"))} {Amount(row.Gap, row.Target.Unit)}[/]")),
        (("最新值", "latest"), true, row => Amount(row.Actual?.Value, row.Actual?.Unit) + (row.Actual is null ? string.Empty : $"\n[dim]{Period(row)}[/]")),
        (("状态", "status"), false, Light),
    ];

    private string Year(BoardRow row) => row.Year?.ToString() ?? Say(row.EveryYear ? ("每年", "yearly") : ("长期", "lasting"));

    private string Period(BoardRow row) => Markup.Escape(row.Actual is { } actual ? actual.Period.In(language) + Flag(actual.Flag) : string.Empty);

    private string Light(BoardRow row) => $"[{ColourOf(row.Colour)}]{ShapeOf(row.Colour)} {Markup.Escape(Say(row.Word))}[/]";

    private string Owed(IReadOnlyList<BoardMissing> missing) => string.Join(
        Say(("；", "; ")),
        missing.GroupBy(figure => figure.OwnerName).Select(owed => string.Join(Say(("、", ", ")), owed.Select(figure => Say(figure.Name)).Distinct()) + InBrackets(Say(owed.Key))));

    private string InBrackets(string text) => Say(($"（{text}）", $" ({text})"));

    private void Counts(IReadOnlyList<BoardRow> rows)
    {
        if (rows.Count == 0)
            return;
        var counts = rows.GroupBy(row => row.Status).OrderBy(group => group.Key).Select(group => $"{Say(group.First().Word)} {group.Count()}");
        Line(Say(($"共 {rows.Count} 项目标：", $"{rows.Count} targets: ")) + string.Join(Say(("，", ", ")), counts));
    }

    private void Notes(Board board)
    {
        if (board.Warnings.Count > 0)
            Line(Say(($"方案有 {board.Warnings.Count} 条提示，用 lianzhang check 查看。", $"The programme has {board.Warnings.Count} warnings; lianzhang check shows them.")));
        foreach (var conflict in board.Conflicts)
        {
            var others = string.Join(Say(("、", ", ")), conflict.Others.Select(other => Figure(other) + InBrackets(other.Source)));
            Line(Say((
                $"来源不一致：{conflict.Chosen.PlaceName.Zh}{conflict.Chosen.Name.Zh} {conflict.Chosen.Period.In(Language.Chinese)} 采用 {Figure(conflict.Chosen)}（{conflict.Chosen.Source}），依据：{RuleOf(conflict.Rule).Zh}；另有 {others}",
                $"Sources disagree: {conflict.Chosen.Name.In(Language.English)}, {conflict.Chosen.PlaceName.In(Language.English)}, {conflict.Chosen.Period}: {Figure(conflict.Chosen)} ({conflict.Chosen.Source}) is used, {RuleOf(conflict.Rule).En}; also {others}")));
        }

        foreach (var row in board.Unmapped)
            Line(Say(($"未对应：{row.At} {row.Place} {row.Name} {row.Period} {row.Value}{row.Unit}（{row.Reason.Zh}）", $"Unmapped: {row.At} {row.Place} {row.Name} {row.Period} {row.Value} {row.Unit} ({row.Reason.In(Language.English)})")));
    }

    private static string Figure(BoardFigure figure) => $"{Quantity.Number(figure.Value)} {figure.Unit}" + (figure.Qualifier is null ? string.Empty : $"“{figure.Qualifier}”");

    private static Text RuleOf(ConflictRule rule) => rule switch
    {
        ConflictRule.Flag => ("最终数优先于初步数和预计数", "since final goes before provisional and expected"),
        ConflictRule.Qualifier => ("确数优先于约数", "since a plain number goes before a qualified one"),
        ConflictRule.Published => ("后公布者优先", "since the later publication goes first"),
        ConflictRule.Order => ("排列在先者优先", "since it stands first"),
    };

    private string Flag(FigureFlag flag) => flag switch
    {
        FigureFlag.Final => string.Empty,
        FigureFlag.Provisional => Say(("（初步）", " (provisional)")),
        FigureFlag.Expected => Say(("（预计）", " (expected)")),
    };

    private static string Amount(decimal? amount, Unit? unit) => amount is { } some ? Markup.Escape($"{Quantity.Number(Math.Round(some, 2, MidpointRounding.AwayFromZero))} {unit}".TrimEnd()) : "—";

    private static string ColourOf(Colour colour) => colour switch
    {
        Colour.Green => "green",
        Colour.Blue => "blue",
        Colour.Yellow or Colour.Orange => "yellow",
        Colour.Red => "red",
        Colour.Grey => "grey",
    };

    private static char ShapeOf(Colour colour) => colour switch
    {
        Colour.Green or Colour.Blue => '●',
        Colour.Yellow or Colour.Orange => '▲',
        Colour.Red => '■',
        Colour.Grey => '○',
    };

    private string Say(Text text) => text.In(language);

    private void Line(string text) => console.WriteLine(text);

    private static IAnsiConsole CreateConsole(Terminal terminal)
    {
        var created = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.HasColour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.HasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(terminal.Out),
        });
        created.Profile.Capabilities.Unicode = true;
        created.Profile.Width = terminal.Width ?? WidthOfPipe;
        return created;
    }
}
