using System.Text;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Registers;

/// <summary>Enterprises from a sheet: what becomes of each row, who may import what, and what is left when an import ends before its time.</summary>
public sealed class ImportEnterpriseTests(PostgresCluster cluster)
{
    private const string East = "990101001";
    private const string West = "990101002";
    private const string Header = "统一社会信用代码,企业名称,地区,行业代码,产业,战新属性,规模,状态,类型,园区,生效日期\n";

    private static readonly DateOnly Day = new(2026, 1, 1);

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Each_row_has_its_outcome_and_reason(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        await store.Do(new AddEnterprise(Codes.Of(1), "青禾县晨鸣食品有限公司", East, new(2024, 1, 1), "1411"), officer);
        await store.Do(new AddEnterprise(Codes.Of(2), "青禾云锦家纺有限公司", East, new(2024, 1, 1), "1771"), officer);
        var wrong = Codes.Of(3)[..17] + (Codes.Of(3)[17] == '0' ? '1' : '0');
        var sheet = $"""
            青禾县企业名单
            {Header.TrimEnd()}
            {Codes.Of(1)},青禾县晨鸣食品有限公司,河东镇,1411,,,,,,,
            {Codes.Of(2)},,河西镇,,,,大型,,龙头企业、链主企业,green_park,2026-03-01
            {Codes.Of(3)},青禾三禾粮油有限公司,河西镇,1431,,,小型,在业,,,
            {wrong},青禾四禾粮油有限公司,河西镇,1431,,,,,,,
            {Codes.Of(3)},青禾三禾粮油有限公司,河西镇,1431,,,,,,,
            {Codes.Of(5)},青禾五禾粮油有限公司,河南镇,1431,,,,,,,
            {Codes.Of(6)},青禾六禾粮油有限公司,河西镇,143,,,,,,,
            {Codes.Of(7)},,河西镇,1431,,,,,,,
            {Codes.Of(8)},青禾（集团）晨鸣食品股份有限公司,河西镇,1411,,,,,,,
            {Codes.Of(9)},#N/A,河西镇,1431,,,,,,,
            {Codes.Of(10)},青禾十禾粮油有限公司,河西镇,1431,,,,,,,2027-01-01
            {Codes.Of(11)},青禾十一禾粮油有限公司,河西镇,1431,,,,,,,明天
            """;
        var preview = await store.Do(new PreviewEnterprises(new SourceFile("企业.csv", sheet), Day), officer);
        Assert.Equal((12, 2, 1, 1, 8, 1), (preview.Total, preview.Added, preview.Changed, preview.Same, preview.Rejected, preview.Near));
        var rows = preview.Rows.ToDictionary(row => row.Line);
        Assert.Contains("第 18 位校验码应为", rows[6].RemarkZh, StringComparison.Ordinal);
        Assert.Equal("与第 5 行代码重复", rows[7].RemarkZh);
        Assert.Contains("没有地区 河南镇", rows[8].RemarkZh, StringComparison.Ordinal);
        Assert.Contains("行业代码 143 少一位，是否应为 0143", rows[9].RemarkZh, StringComparison.Ordinal);
        Assert.Equal("新登记的企业须填写名称", rows[10].RemarkZh);
        Assert.Equal($"疑似重复：与 青禾县晨鸣食品有限公司（{Codes.Of(1)}）名称相近", rows[11].RemarkZh);
        Assert.Contains("公式", rows[12].RemarkZh, StringComparison.Ordinal);
        Assert.Contains("晚于今天", rows[13].RemarkZh, StringComparison.Ordinal);
        Assert.Contains("不是日期", rows[14].RemarkZh, StringComparison.Ordinal);
        Assert.Equal("地区改为 河西镇、规模改为 大型、加入类型 龙头企业、加入类型 链主企业、加入园区 青禾绿色食品产业园", rows[4].RemarkZh);

        var done = await Import(store, officer, sheet, withoutNear: true);
        Assert.Equal((ImportState.Done, 12, 1, 1, 1, 9), (done.State, done.Done, done.Added, done.Changed, done.Same, done.Rejected));
        var second = (await store.Do(new GetEnterprise(Codes.Of(2)), officer)).Enterprise;
        Assert.Equal((West, "large", 2), (second.Region, second.Size, second.Kinds.Count));
        Assert.Equal(East, Assert.Single((await store.Do(new ListEnterprises(new EnterpriseFilter(Codes.Of(2)), new(2026, 2, 28)), officer)).Enterprises).Region);
        var third = await store.Do(new GetEnterprise(Codes.Of(3)), officer);
        Assert.Equal(("food", SeiShare.Whole, "small", UnitStatus.Active), (third.Enterprise.Industry, third.Enterprise.Sei, third.Enterprise.Size, third.Enterprise.Status));
        Assert.Equal("导入登记，自 2026-01-01 起", Assert.Single(third.Changes).What.Zh);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetEnterprise(Codes.Of(8)), officer)).Problem!.Kind);
        Assert.Equal(3, (await Units(store)).At(new(2026, 6, 30)).Count);

        // Sent again, nothing more is written.
        var again = await store.Do(new PreviewEnterprises(new SourceFile("企业.csv", sheet), Day), officer);
        Assert.Equal((1, 0, 3, 8), (again.Added, again.Changed, again.Same, again.Rejected));
        var report = await store.Do(new ExportEnterpriseImport(Language.Chinese, done.Id), officer);
        Assert.StartsWith("enterprises-import-", report.FileName, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_old_sheet_does_not_take_back_what_is_recorded_of_a_later_day(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        await store.Do(new AddEnterprise(Codes.Of(1), "青禾县晨鸣食品有限公司", East, new(2024, 1, 1), "1411"), officer);
        await store.Do(new EditEnterprise(Codes.Of(1), new(2026, 3, 1), [new(UnitAttributes.Region, West)]), officer);
        var preview = await store.Do(new PreviewEnterprises(new SourceFile("企业.csv", $"{Header}{Codes.Of(1)},,河东镇\n"), Day), officer);
        Assert.Contains("自 2026-03-01 起已有登记", Assert.Single(preview.Rows).RemarkZh, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_county_imports_its_own_alone_and_follows_its_own_imports(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (officer, county) = (await store.As("officer"), await store.As("county"));
        await store.Do(new AddEnterprise(Codes.Of(1), "青禾云锦家纺有限公司", West, new(2024, 1, 1), "1771"), officer);
        var sheet = $"{Header}{Codes.Of(1)},,,,,,大型\n{Codes.Of(2)},青禾二禾粮油有限公司,河西镇\n{Codes.Of(3)},青禾三禾粮油有限公司,河东镇\n";
        var preview = await store.Do(new PreviewEnterprises(new SourceFile("企业.csv", sheet), Day), county);
        Assert.Equal(["该代码已登记在您权限范围以外的地区", "河西镇不在您的权限范围内"], preview.Rows.Where(row => row.Outcome == EnterpriseOutcome.Rejected).Select(row => row.RemarkZh));
        var done = await Import(store, county, sheet);
        Assert.Equal((ImportState.Done, 1, 2), (done.State, done.Added, done.Rejected));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetEnterpriseImport(done.Id), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ConfirmEnterprises(done.Id), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new CancelEnterprises(done.Id), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new PreviewEnterprises(new SourceFile("企业.csv", sheet), Day), await store.As("leader"))).Problem!.Kind);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new ConfirmEnterprises(done.Id), county)).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_import_that_is_stopped_has_written_whole_rows_and_can_be_gone_on_with(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        var import = await Keep(store, officer, Many(4_500));
        await store.Do(new ConfirmEnterprises(import), officer);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new ConfirmEnterprises(import), officer)).Problem!.Kind);
        // The first rows, and then it is stopped.
        var opened = await store.Do(new OpenEnterprises(import), officer);
        await store.Do(new WriteEnterprises(import, [.. opened.Rows.Take(2_000)], opened.From), officer);
        await store.Do(new CancelEnterprises(import), officer);
        Assert.False((await store.Do(new WriteEnterprises(import, [.. opened.Rows.Skip(2_000).Take(2_000)], opened.From), officer)).GoesOn);
        await store.Do(new CloseEnterprises(import, null, null), officer);
        var stopped = await store.Do(new GetEnterpriseImport(import), officer);
        Assert.Equal((ImportState.Stopped, 2_000, 2_000), (stopped.State, stopped.Done, stopped.Added));
        Assert.Equal(2_000, (await store.Do(new ListEnterprises(new EnterpriseFilter()), officer)).Total);

        await Go(store, officer, import);
        var done = await store.Do(new GetEnterpriseImport(import), officer);
        Assert.Equal((ImportState.Done, 4_500, 2_500, 2_000), (done.State, done.Done, done.Added, done.Same));
        Assert.Equal(4_500, (await store.Do(new ListEnterprises(new EnterpriseFilter()), officer)).Total);
        Assert.Equal(4_500, (await Units(store)).At(Day).Count);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_import_whose_process_or_owner_is_gone_says_so(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        var import = await Keep(store, officer, Many(3));
        await store.Do(new ConfirmEnterprises(import), officer);
        store.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.True((await store.Do(new GetEnterpriseImport(import), officer)).IsStalled);

        // Its owner's account is closed before it is written.
        await store.Do(new CloseAccount(officer.Account!.Value, Closed: true), await store.As("sysadmin"));
        await store.Provider.GetRequiredService<RunEnterpriseImports>().Write(import, officer, TestContext.Current.CancellationToken);
        await store.Do(new CloseAccount(officer.Account!.Value, Closed: false), await store.As("sysadmin"));
        officer = await store.As("officer");
        var failed = await store.Do(new GetEnterpriseImport(import), officer);
        Assert.Equal((ImportState.Failed, 0), (failed.State, failed.Done));
        Assert.Contains("请重新登录", failed.ProblemZh, StringComparison.Ordinal);

        await Go(store, officer, import);
        Assert.Equal(ImportState.Done, (await store.Do(new GetEnterpriseImport(import), officer)).State);
        // The workbench tells of it.
        Assert.Contains((await store.Do(new GetWorkbench(), officer)).Recent, item => item.Title.Zh == "企业导入：新增 3 家，变更 0 家");
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task An_import_that_is_not_confirmed_can_be_dropped(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.As("officer");
        var import = await Keep(store, officer, Many(3));
        Assert.Contains((await store.Do(new GetWorkbench(), officer)).ToDo, item => item.Title.Zh == "确认导入企业：企业.csv");
        await store.Do(new CancelEnterprises(import), officer);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetEnterpriseImport(import), officer)).Problem!.Kind);
        var old = await Keep(store, officer, Many(3));
        store.Time.Advance(TimeSpan.FromDays(2));
        await Keep(store, officer, Many(2));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ConfirmEnterprises(old), officer)).Problem!.Kind);
    }

    [Fact]
    public async Task A_sheet_that_cannot_be_read_is_refused_with_its_line()
    {
        await using var store = await Store.OpenWithQinghe(StoreKind.Sqlite, cluster);
        await Refused("名称,地区\n甲,河东镇\n", "首行应有 统一社会信用代码");
        await Refused(Header, "列名之下没有内容");
        await Refused($"{Header}{Codes.Of(1)},{new string('长', 1_001)}\n", "有单元格超过 1000 字");
        await Refused($"{Header}{string.Concat(Enumerable.Repeat("x\n", EnterpriseSheet.MostRows + 1))}", $"一次最多 {EnterpriseSheet.MostRows} 行");

        async Task Refused(string text, string why)
        {
            var problem = (await store.Ask(new PreviewEnterprises(new SourceFile("企业.csv", text), Day))).Problem!;
            Assert.Contains(why, Assert.Single(problem.Faults!).Message.Zh, StringComparison.Ordinal);
        }
    }

    private static string Many(int count)
    {
        var sheet = new StringBuilder(Header);
        for (var number = 1; number <= count; number++)
            sheet.Append($"{Codes.Of(number)},青禾{number:D5}号农业机械有限公司,{(number % 2 == 0 ? "河东镇" : West)},3572,,,小型,,,,\n");
        return sheet.ToString();
    }

    private static async Task<Guid> Keep(Store store, Caller caller, string sheet) =>
        (await store.Do(new KeepEnterprises(await store.Do(new PreviewEnterprises(new SourceFile("企业.csv", sheet), Day), caller)), caller)).Id;

    private static async Task<EnterpriseImportView> Import(Store store, Caller caller, string sheet, bool withoutNear = false)
    {
        var import = await Keep(store, caller, sheet);
        await Go(store, caller, import, withoutNear);
        return await store.Do(new GetEnterpriseImport(import), caller);
    }

    private static async Task Go(Store store, Caller caller, Guid import, bool withoutNear = false)
    {
        await store.Do(new ConfirmEnterprises(import, withoutNear), caller);
        await store.Provider.GetRequiredService<RunEnterpriseImports>().Write(import, caller, TestContext.Current.CancellationToken);
    }

    private static async Task<UnitRegister> Units(Store store)
    {
        await using var scope = store.Provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<StoredUnits>().All(TestContext.Current.CancellationToken);
    }
}
