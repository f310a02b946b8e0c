using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Identity;

public sealed class ImportPeopleTests(PostgresCluster cluster)
{
    private const string Header = "账号名,姓名,邮箱,角色,单位代码,产业代码,开始日,结束日\n";

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task One_sheet_makes_the_accounts_and_gives_the_roles_each_by_its_administrator(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (system, security) = (await store.As("sysadmin"), await store.As("secadmin"));
        var file = File("""
            zhang.san,张三,zhang@example.cn,县区业务员,demo-county,,2026-07-01,2026年12月31日
            zhang.san,张三,,county-reviewer,demo-county,,,
            li.si,李四,,链长,demo-commission,new_energy,,
            """);
        Assert.Equal([PeopleOutcome.Added, PeopleOutcome.Same, PeopleOutcome.Added], (await store.Do(new PreviewAccounts(file), system)).Rows.Select(row => row.Outcome));
        Assert.All((await store.Do(new PreviewRoles(file), security)).Rows, row => Assert.Equal((PeopleOutcome.Rejected, true), (row.Outcome, row.Remark!.Value.En!.Contains("system administrator", StringComparison.Ordinal))));

        var made = await Make(store, file, system);
        Assert.Equal([("zhang.san", "张三"), ("li.si", "李四")], made.Slips.Select(slip => (slip.UserName, slip.Name)));
        Assert.Equal("青禾县发展和改革委员会", made.Slips[1].Organisation);
        Assert.Empty((await store.Do(new ListPeople("zhang.san"), system)).People.Single().Roles);
        Assert.True((await store.Do(new SignIn("li.si", made.Slips[1].OneTimePassword), Caller.Nobody(null))).Account!.MustChangePassword);
        Assert.All((await store.Do(new PreviewAccounts(file), system)).Rows, row => Assert.Equal(PeopleOutcome.Same, row.Outcome));

        Assert.Equal(3, (await store.Do(new PreviewRoles(file), security)).Count(PeopleOutcome.Added));
        await store.Do(new ImportRoles(file, 3), security);
        var roles = (await store.Do(new ListPeople("zhang.san"), system)).People.Single().Roles;
        Assert.Equal([("county-officer", new DateOnly(2026, 7, 1), new DateOnly(2026, 12, 31)), ("county-reviewer", null, null)], roles.OrderBy(role => role.Role, StringComparer.Ordinal).Select(role => (role.Role, role.From, role.To)));
        Assert.Equal("new_energy", (await store.Do(new ListPeople("li.si"), system)).People.Single().Roles.Single().Industry);
        Assert.All((await store.Do(new PreviewRoles(file), security)).Rows, row => Assert.Equal(PeopleOutcome.Same, row.Outcome));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Each_import_belongs_to_one_administrator_alone(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var file = File("zhang.san,张三,,县区业务员,demo-county,,,\n");
        foreach (var other in new[] { "secadmin", "officer", "audadmin" })
        {
            var caller = await store.As(other);
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(new PreviewAccounts(file), caller)).Problem!.Kind);
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(new PreparePasswords(1), caller)).Problem!.Kind);
        }

        foreach (var other in new[] { "sysadmin", "officer", "audadmin" })
        {
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(new PreviewRoles(file), await store.As(other))).Problem!.Kind);
            Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ImportRoles(file, 1), await store.As(other))).Problem!.Kind);
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Rows_that_cannot_be_used_say_why_and_the_others_are_taken(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var accounts = await store.Do(new PreviewAccounts(File("""
            ,无名,,,,,,
            wang wu,王五,,,,,,
            wang.wu,王五,no-address,,,,,
            leader,另一人,,,,,,
            wang.wu,王五,,,,,,
            wang.wu,王武,,,,,,
            """)), await store.As("sysadmin"));
        Assert.Equal(6, accounts.Rows.Single(row => row.Outcome == PeopleOutcome.Added).Line);
        Assert.Equal([2, 3, 4, 5, 7], accounts.Rows.Where(row => row.Outcome == PeopleOutcome.Rejected).Select(row => row.Line));
        Assert.All(accounts.Rows.Where(row => row.Outcome == PeopleOutcome.Rejected), row => Assert.NotEmpty(row.Remark!.Value.En!));

        var roles = await store.Do(new PreviewRoles(File("""
            ,,,核查员,demo-commission,,,
            nobody,,,核查员,demo-commission,,,
            leader,,,,demo-commission,,,
            leader,,,没有的角色,demo-commission,,,
            leader,,,核查员,none,,,
            leader,,,核查员,demo-commission,,2026-13-01,
            leader,,,核查员,demo-commission,,2026-09-01,2026-08-01
            leader,,,核查员,demo-commission,,,2026-06-01
            leader,,,链长,demo-commission,,,
            leader,,,系统管理员,demo-commission,,,
            secadmin,,,系统管理员,demo-commission,,,
            sysadmin,,,核查员,demo-commission,,,
            leader,,,Verifier,demo-commission,,,
            leader,,,核查员,demo-commission,,,
            leader,,,审计管理员,demo-commission,,,
            """)), await store.As("secadmin"));
        Assert.Equal([14], roles.Rows.Where(row => row.Outcome == PeopleOutcome.Added).Select(row => row.Line));
        Assert.Equal([15], roles.Rows.Where(row => row.Outcome == PeopleOutcome.Same).Select(row => row.Line));
        Assert.All(roles.Rows.Where(row => row.Outcome == PeopleOutcome.Rejected), row => Assert.NotEmpty(row.Remark!.Value.En!));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Nothing_is_made_when_something_has_changed_since_the_preview(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (system, security) = (await store.As("sysadmin"), await store.As("secadmin"));
        var file = File("zhang.san,张三,,核查员,demo-commission,,,\nli.si,李四,,核查员,demo-commission,,,\n");
        var passwords = await store.Do(new PreparePasswords(2), system);
        await store.Do(new CreateAccount("li.si", "李四"), system);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ImportAccounts(file, passwords, Language.Chinese), system)).Problem!.Kind);
        Assert.Equal(0, (await store.Do(new ListPeople("zhang.san"), system)).Total);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new ImportRoles(file, 2), security)).Problem!.Kind);
        Assert.Empty((await store.Do(new ListPeople("li.si"), system)).People.Single().Roles);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_record_names_everybody_and_holds_no_password(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var file = File(string.Concat(Enumerable.Range(1, 25).Select(number => $"person.{number},人员{number},,核查员,demo-commission,,,\n")));
        var made = await Make(store, file, await store.As("sysadmin"));
        await store.Do(new ImportRoles(file, 25), await store.As("secadmin"));
        var entries = (await store.Do(new SearchAudit(PageSize: 500), await store.As("audadmin"))).Entries;
        Assert.All(made.Slips, slip => Assert.DoesNotContain(entries, entry => $"{entry.Request}{entry.Changes}".Contains(slip.OneTimePassword, StringComparison.Ordinal)));
        Assert.DoesNotContain(entries, entry => entry.Changes.Contains("AQAAAA", StringComparison.Ordinal));
        Assert.Contains("\"person.25\"", entries.Single(entry => entry is { Permission: "accounts.manage", Request: "people.csv" } && entry.Changes.Contains("Added", StringComparison.Ordinal)).Changes, StringComparison.Ordinal);
        Assert.Contains("\"person.25: ", entries.Single(entry => entry is { Permission: "roles.manage", Request: "people.csv" } && entry.Changes.Contains("Added", StringComparison.Ordinal)).Changes, StringComparison.Ordinal);
        using var slips = new Tests.Sheet(made.Workbook.Content);
        Assert.Empty(slips.Faults);
        Assert.Equal(made.Slips.Select(slip => (slip.UserName, slip.OneTimePassword)), slips.List.Select(row => (row[2], row[3])));
    }

    [Fact]
    public async Task Files_that_are_too_long_or_lack_their_columns_are_refused_whole()
    {
        await using var store = await Store.OpenWithQinghe(StoreKind.Sqlite, cluster);
        var (system, security) = (await store.As("sysadmin"), await store.As("secadmin"));
        string Many(int count) => string.Concat(Enumerable.Range(1, count).Select(number => $"person.{number},人员{number},,核查员,demo-commission,,,\n"));
        Assert.Contains("2000", (await store.Ask(new PreviewRoles(File(Many(2_001))), security)).Problem!.Faults!.Single().Message.En, StringComparison.Ordinal);
        Assert.Equal(2_000, (await store.Do(new PreviewRoles(File(Many(2_000))), security)).Rows.Count);
        Assert.Contains("has 501", (await store.Ask(new PreviewAccounts(File(Many(501))), system)).Problem!.Detail.En, StringComparison.Ordinal);
        Assert.Equal(500, (await store.Do(new PreviewAccounts(File(Many(500))), system)).Count(PeopleOutcome.Added));
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new PreparePasswords(501), system)).Problem!.Kind);
        foreach (var text in new[] { string.Empty, "姓名\n张三\n", Header, $"账号名,姓名\n{new string('x', 2_000)},张三\n" })
        {
            var problem = (await store.Ask(new PreviewAccounts(new SourceFile("people.csv", text)), system)).Problem!;
            Assert.Equal(ProblemKind.Invalid, problem.Kind);
            Assert.Single(problem.Faults!);
        }
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_template_is_sound_offers_what_there_is_and_is_read_back(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var template = await store.Do(new ExportPeopleTemplate(Language.Chinese), await store.As("sysadmin"));
        var stream = new MemoryStream();
        await stream.WriteAsync(template.Content, TestContext.Current.CancellationToken);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(fault => fault.Description));
            Assert.Equal(["人员", "角色", "单位"], document.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value));
            var sheet = document.WorkbookPart.WorksheetParts.First().Worksheet!;
            Assert.Equal(["'角色'!$A$4:$A$19", "'单位'!$A$4:$A$8"], sheet.Descendants<Formula1>().Select(formula => formula.Text));
            sheet.Descendants<SheetData>().Single().Append(new Row(new[] { "wang.wu", "王五", "", "核查员", "demo-commission" }.Select(text => new Cell(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text))) { DataType = CellValues.InlineString })));
        }

        stream.Position = 0;
        var file = (await ReadTable.Of("people.xlsx", stream, 1_000_000, ("人员", "People"), TestContext.Current.CancellationToken)).Value!;
        var row = Assert.Single((await store.Do(new PreviewAccounts(file), await store.As("sysadmin"))).Rows);
        Assert.Equal((4, PeopleOutcome.Added), (row.Line, row.Outcome));
        // Without the name of a sheet to take, several are not guessed among.
        stream.Position = 0;
        Assert.False((await ReadTable.Of("people.xlsx", stream, 1_000_000, TestContext.Current.CancellationToken)).Succeeded(out _));
    }

    private static SourceFile File(string rows) => new("people.csv", Header + rows);

    private static async Task<AccountsMade> Make(Store store, SourceFile file, Caller caller)
    {
        var count = (await store.Do(new PreviewAccounts(file), caller)).Count(PeopleOutcome.Added);
        return await store.Do(new ImportAccounts(file, await store.Do(new PreparePasswords(count), caller), Language.Chinese), caller);
    }
}
