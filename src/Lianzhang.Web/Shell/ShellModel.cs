using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Web.Pages.Indicators;

namespace Lianzhang.Web.Shell;

/// <summary>What stands around every page: the programme's name, the date of its figures, and the navigation.</summary>
public sealed record ShellModel(Text? Programme, DateOnly? AsOf, IReadOnlyList<NavigationGroup> Groups)
{
    private const string Numerals = "零一二三四五六七八九十";

    /// <summary>Without a programme: the pages that there always are.</summary>
    public static ShellModel Bare { get; } = new(null, null, [Pages(("产业", "Industries"))]);

    /// <summary>The pages that there always are, then the programme's undertakings and mechanisms, each at its place on the programme's page.</summary>
    public static ShellModel Of(ProgrammeView programme, DateOnly? asOf) => new(programme.Head.Name, asOf,
    [
        Pages(($"{Numeral(IndustryTree.Main(programme.Industries).Count)}大产业", "Industries")),
        .. Measures(programme, MeasureKind.Undertaking, "大工程", "Undertakings"),
        .. Measures(programme, MeasureKind.Mechanism, "项机制", "Mechanisms"),
    ]);

    private static NavigationGroup Pages(Text industries) => new(null,
    [
        new(("目标看板", "Target board"), "/"),
        new(industries, "/industries"),
        new(("县区", "Regions"), "/regions"),
        new(("方案与指标", "Programme and indicators"), "/programme"),
        new(("公布数据", "Published figures"), "/figures"),
    ]);

    private static IEnumerable<NavigationGroup> Measures(ProgrammeView programme, MeasureKind kind, string heading, string headingEn)
    {
        var measures = programme.Measures.Where(measure => measure.Kind == kind).ToList();
        if (measures.Count > 0)
            yield return new NavigationGroup(($"{Numeral(measures.Count)}{heading}", headingEn), [.. measures.Select(measure => new NavigationLink(measure.Name, $"/programme#{measure.Code}"))]);
    }

    private static string Numeral(int count) => count < Numerals.Length ? Numerals[count].ToString() : $"{count} ";
}

/// <summary>Links under a heading; the first group has none.</summary>
public sealed record NavigationGroup(Text? Heading, IReadOnlyList<NavigationLink> Links);

/// <summary>A page of the product.</summary>
public sealed record NavigationLink(Text Name, string Href);
