using System.Globalization;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Supervision;
using Lianzhang.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Browser.Tests;

/// <summary>A store in which orders opened half a year ago for counties whose monthly figure fell: what became of it since differs from one to the other.</summary>
internal static class EvaluatedCounties
{
    /// <summary>The county that was put right, whose order is closed.</summary>
    public const string Turned = "371721";

    private const int Opening = 3;

    // Percent of what is wanted, the month in which orders opened being the fourth.
    private static readonly Dictionary<string, decimal?[]> Figures = new()
    {
        [Turned] = [98, 92, 85, 55, 70, 84, 96, 97],
        ["371722"] = [101, 100, 99, 57, 100, 101, 99, 100],
        ["371723"] = [72, 68, 64, 59, 45, 30, 15, 12],
        ["371728"] = [null, null, 66, 58, 62, 66, 70, 73],
        ["371702"] = [97, 98, 97, 98, 99, 98, 99, 100],
        ["371703"] = [95, 96, 97, 97, 96, 97, 98, 98],
        ["371724"] = [102, 101, 102, 103, 102, 103, 103, 104],
        ["371725"] = [93, 94, 93, 94, 95, 95, 94, 96],
    };

    /// <summary>Puts it all there, before a server begins on the store.</summary>
    public static async Task PutAsync(StoreAddress address)
    {
        await using var store = new PastStore(address);
        await store.Provider.GetRequiredService<MigrateStore>().Migrate(TestContext.Current.CancellationToken);
        var months = Months();
        Go(store, months[Opening].End.AddDays(12));
        await store.Do(new PublishProgramme(Programme(months[0]), "evaluated"));
        await store.Do(new PrepareIdentity(WithAdministrators: false));
        await store.Do(new PrepareDemo(Commission: "drc", Department: "miit"));
        await OfficeAsync(store);
        await SayAsync(store, months[..(Opening + 1)]);
        await store.Do(new OpenOrders());
        Go(store, months[Opening].End.AddDays(80));
        await SayAsync(store, months);
        await CloseAsync(store);
    }

    /// <summary>A server begins with the bundled programme: afterwards the one with the figures is in force again.</summary>
    public static async Task PublishAsync(StoreAddress address)
    {
        await using var store = new PastStore(address);
        await store.Do(new PublishProgramme(Programme(Months()[0]), "evaluated"));
    }

    private static Period[] Months()
    {
        var last = Period.LastEnded(PeriodKind.Month, TimeProvider.System.Today());
        return [.. Enumerable.Range(-7, 8).Select(last.Shift)];
    }

    private static void Go(PastStore store, DateOnly day) => store.Now = new DateTimeOffset(day, new TimeOnly(2, 0), TimeSpan.Zero);

    // The county's own government, for which the account to try it with acts as well.
    private static async Task OfficeAsync(PastStore store)
    {
        var office = await store.Do(new AddOrganisation("caoxian", "曹县人民政府", OrganisationKind.CountyGovernment, Turned));
        var person = (await store.Do(new ListPeople("county"))).People.Single(one => one.UserName == "county").Id;
        await store.Do(new GiveRole(person, office.Id, "county-officer"));
    }

    private static Task SayAsync(PastStore store, IEnumerable<Period> months)
    {
        var rows = months.SelectMany((month, index) => Figures.Where(county => county.Value[index] is not null)
            .Select(county => string.Create(CultureInfo.InvariantCulture, $"county_progress,{county.Key},{month},{county.Value[index]},亿元,,,{month.End.AddDays(10):yyyy-MM-dd},统计月报,")));
        return store.Do(new ImportFigures(new("months.csv", $"item,region,period,value,unit,qualifier,flag,published,source,url\n{string.Join('\n', rows)}\n")));
    }

    private static async Task CloseAsync(PastStore store)
    {
        var order = (await store.Do(new ListOrders(Region: Turned))).Orders.Single().Id;
        var (county, verifier) = (await store.As("county"), await store.As("verifier"));
        await store.Do(new AnswerOrder(order, OrderAction.Sign, new()), county);
        await store.Do(new AnswerOrder(order, OrderAction.Report, new("已帮助企业复产", "复产通知和用电记录")), county);
        await store.Do(new JudgeOrder(order, OrderAction.Verify, new("现场核查属实")), verifier);
        await store.Do(new JudgeOrder(order, OrderAction.Close, new("同意销号")), verifier);
    }

    private static IReadOnlyList<Core.Programmes.SourceFile> Programme(Period first) => [.. TrialEnterprises.Programme.Select(file => file.Name switch
    {
        "items.yaml" => file with { Text = file.Text.Replace("\nitems:\n", "\nitems:\n  - {code: county_progress, name: 月度产值, name_en: Output of a month, kind: stock, unit: 亿元, owner: drc}\n", StringComparison.Ordinal) },
        "indicators.yaml" => file with { Text = $"{file.Text.TrimEnd()}\n  - {{code: county_output, name: 战新产业月度产值, name_en: Monthly output, owner: drc, unit: 亿元, formula: value(county_progress), basis: date, frequency: month, grace_months: 6}}\n" },
        "targets.yaml" => file with { Text = $"{file.Text.TrimEnd()}{string.Concat(Figures.Keys.Select(county => $"\n  - {{indicator: county_output, region: \"{county}\", year: 2027, qualifier: at_least, value: 110, path: steps, steps: [{{at: {first.Start:yyyy-MM-dd}, value: 100}}], baseline: {{period: 2020, value: 0, source: 年报}}, cite: {{document: opinion, section: 总体要求·产业规模}}}}"))}\n" },
        _ => file,
    })];
}
