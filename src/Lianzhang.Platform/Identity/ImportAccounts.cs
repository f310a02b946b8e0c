using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>Says which accounts would be made from a sheet of people.</summary>
public sealed record PreviewAccounts(SourceFile File) : IRequest<PeoplePreview>
{
    public override string ToString() => File.Name;
}

/// <summary>
/// Makes the one-time passwords of so many accounts. It takes long by design and is done before the accounts are made, so that
/// nobody who writes to the store waits for it.
/// </summary>
public sealed record PreparePasswords(int Count) : IRequest<PreparedPasswords>;

/// <summary>One-time passwords with what is stored in their place.</summary>
public sealed class PreparedPasswords
{
    internal PreparedPasswords(IReadOnlyList<(string Password, string Hash)> all) => All = all;

    internal IReadOnlyList<(string Password, string Hash)> All { get; }
}

/// <summary>Makes the accounts of a sheet of people, without any role: all of them, or none when anything goes wrong.</summary>
public sealed record ImportAccounts(SourceFile File, PreparedPasswords Passwords, Language Language) : IRequest<AccountsMade>
{
    public override string ToString() => File.Name;
}

/// <summary>The accounts that were made, to hand over: on paper, or as an Excel file. Shown once, never stored.</summary>
public sealed record AccountsMade(IReadOnlyList<HandOver> Slips, SlipWorkbook Workbook);

/// <summary>Hand-over slips as an Excel file.</summary>
public sealed record SlipWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content);

internal sealed class PreviewAccountsSlice(PlanAccounts plan) : Slice<PreviewAccounts, PeoplePreview>
{
    public override Permission Permission { get; } = new("accounts.manage", Changes: false, Recorded: true);

    protected override async Task<Answer<PeoplePreview>> Handle(PreviewAccounts request, CancellationToken cancel)
    {
        var planned = await plan.Plan(request.File, cancel);
        return planned.Succeeded(out var found) ? found.Preview : planned.Problem!;
    }
}

internal sealed class PreparePasswordsSlice(Accounts accounts) : Slice<PreparePasswords, PreparedPasswords>
{
    public override Permission Permission { get; } = new("accounts.manage", Changes: false);

    protected override Problem? Validate(PreparePasswords request) => request.Count is >= 0 and <= PlanAccounts.MostNew
        ? null
        : Problem.Invalid(($"一次最多新建 {PlanAccounts.MostNew} 个账号。", $"At most {PlanAccounts.MostNew} accounts are made at once."));

    protected override Task<Answer<PreparedPasswords>> Handle(PreparePasswords request, CancellationToken cancel)
    {
        var made = new (string, string)[request.Count];
        Parallel.For(0, made.Length, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
        {
            var password = OneTimePassword.Create();
            made[index] = (password, accounts.Hash(password));
        });
        return Task.FromResult<Answer<PreparedPasswords>>(new PreparedPasswords(made));
    }
}

internal sealed class ImportAccountsSlice(LianzhangDb db, PlanAccounts plan, Accounts accounts, TimeProvider time) : Slice<ImportAccounts, AccountsMade>
{
    public override Permission Permission { get; } = new("accounts.manage", Changes: true);

    protected override async Task<Answer<AccountsMade>> Handle(ImportAccounts request, CancellationToken cancel)
    {
        var planned = await plan.Plan(request.File, cancel);
        if (!planned.Succeeded(out var found))
            return planned.Problem!;
        if (found.Made.Count != request.Passwords.All.Count)
            return Problem.Invalid(("预览之后账号有变动，没有建立任何账号，请重新上传。", "Accounts have changed since the preview; none was made. Upload the file again."));
        var codes = found.Made.Select(row => row.Organisation).Distinct().ToList();
        var organisations = await db.Set<Organisation>().AsNoTracking().Where(organisation => codes.Contains(organisation.Code)).ToDictionaryAsync(organisation => organisation.Code, organisation => organisation.Name, cancel);
        var slips = found.Made.Zip(request.Passwords.All, (row, password) =>
        {
            var account = accounts.Made(row.UserName, row.Name, row.Email.Length > 0 ? row.Email : null, password.Hash);
            db.Add(account);
            return new HandOver(account.Id, row.UserName, row.Name, password.Password) { Organisation = organisations.GetValueOrDefault(row.Organisation) };
        }).ToList();
        db.Changes.Named.AddRange(slips.Select(slip => slip.UserName));
        return new AccountsMade(slips, Workbook(slips, request.Language));
    }

    private SlipWorkbook Workbook(IReadOnlyList<HandOver> slips, Language language)
    {
        var columns = new WorkbookColumns<HandOver>()
            .Text(("单位", "organisation"), 30, slip => slip.Organisation)
            .Text(PeopleSheet.Name, 14, slip => slip.Name)
            .Text(PeopleSheet.UserName, 22, slip => slip.UserName)
            .Text(("一次性密码", "one-time password"), 24, slip => slip.OneTimePassword)
            .Text(("签收", "received"), 14, _ => string.Empty);
        var table = new WorkbookTable<HandOver>(("账号交接单", "Hand-over slips"), ("首次登录须修改密码；当面交给本人后请删除本文件", "To be changed at the first sign-in; delete this file when all are handed over"), time.Today(), columns, slips);
        return new SlipWorkbook($"hand-over-{table.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, language));
    }
}
