using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Shared;

public sealed class WorkbenchTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Each_is_shown_what_ones_own_rights_reach(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var officer = await store.Do(new GetWorkbench(), await store.As("officer"));
        Assert.Contains(officer.Recent, item => item.Href == "/programme");
        Assert.Contains(officer.Recent, item => item.Href == "/figures");
        var clerk = await store.Do(new GetWorkbench(), await store.As("clerk"));
        Assert.Equal("/profile", Assert.Single(clerk.Recent).Href);
        Assert.Empty(clerk.ToDo);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetWorkbench(), Caller.Nobody(null))).Problem!.Kind);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_file_waits_on_the_workbench_of_whoever_uploaded_it_alone(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (officer, department) = (await store.As("officer"), await store.As("department"));
        var file = new Core.Programmes.SourceFile("new.csv", "item,region,period,value,unit,source\nvisitors,990101,2024,110,万人,公报\n");
        var draft = (await store.Do(new PreviewImport(file), officer)).Draft;
        var todo = Assert.Single((await store.Do(new GetWorkbench(), officer)).ToDo, item => item.Title.Zh == "确认导入：new.csv");
        Assert.Equal($"/figures/import?draft={draft}", todo.Href);
        Assert.Equal(draft, (await store.Do(new GetPreview(draft), officer)).Draft);
        Assert.DoesNotContain((await store.Do(new GetWorkbench(), department)).ToDo, item => item.Title.Zh.Contains("new.csv", StringComparison.Ordinal));
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetPreview(draft), department)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ExportPreview(Core.Values.Language.Chinese, draft), department)).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new ConfirmImport(draft), department)).Problem!.Kind);
        await store.Do(new ConfirmImport(draft), officer);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_bare_account_waits_for_a_role_and_a_role_that_ends_soon_is_told(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var security = await store.As("secadmin");
        var made = await store.Do(new CreateAccount("li.na", "李娜"), await store.As("sysadmin"));
        Assert.Equal($"/people/{made.Id}", Assert.Single((await store.Do(new GetWorkbench(), security)).ToDo).Href);
        var office = await store.InDb(db => db.Set<Organisation>().Select(organisation => organisation.Id).FirstAsync());
        await store.Do(new GiveRole(made.Id, office, "leader", To: new DateOnly(2026, 7, 20)), security);
        Assert.Empty((await store.Do(new GetWorkbench(), security)).ToDo);
        Assert.Equal(new DateOnly(2026, 7, 20), Assert.Single((await store.Do(new FeedOwnRoles(), await store.As("li.na"))).Items, item => item.Column == WorkColumn.ToDo).Due);
    }
}
