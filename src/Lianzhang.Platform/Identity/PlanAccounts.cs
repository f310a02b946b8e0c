using System.ComponentModel.DataAnnotations;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>Decides for each row of a sheet whether an account is made from it.</summary>
internal sealed class PlanAccounts(LianzhangDb db, UserManager<Account> users)
{
    /// <summary>Hashing so many takes about a quarter of a minute; more at once would be cut off on the way to the browser.</summary>
    public const int MostNew = 500;

    private static readonly EmailAddressAttribute Emails = new();

    public async Task<Answer<AccountPlan>> Plan(SourceFile file, CancellationToken cancel)
    {
        var read = PeopleSheet.Read(file, PeopleSheet.UserName, PeopleSheet.Name);
        if (!read.Succeeded(out var rows))
            return PeopleProblems.Unreadable(read.Faults);
        var names = rows.Select(row => users.NormalizeName(row.UserName)).Distinct().ToList();
        var known = await db.Set<Account>().IgnoreQueryFilters().AsNoTracking()
            .Where(account => names.Contains(account.NormalizedUserName!))
            .ToDictionaryAsync(account => account.NormalizedUserName!, account => account.DisplayName, cancel);
        var before = new Dictionary<string, PeopleRow>();
        var planned = rows.Select(row => (Row: row, Outcome: Of(row, known, before))).ToList();
        var made = planned.Where(one => one.Outcome.Outcome == PeopleOutcome.Added).Select(one => one.Row).ToList();
        return made.Count > MostNew
            ? Problem.Invalid(($"一次最多新建 {MostNew} 个账号，本文件有 {made.Count} 个，请拆分。", $"At most {MostNew} accounts are made at once and the file has {made.Count}; split it."))
            : new AccountPlan(new PeoplePreview(file.Name, [.. planned.Select(one => one.Outcome)]), made);
    }

    private PeopleOutcomeRow Of(PeopleRow row, Dictionary<string, string> known, Dictionary<string, PeopleRow> before)
    {
        var name = users.NormalizeName(row.UserName);
        if (Fault(row) is { } fault)
            return Say(row, PeopleOutcome.Rejected, fault);
        if (known.TryGetValue(name, out var holder))
        {
            return holder == row.Name
                ? Say(row, PeopleOutcome.Same, null)
                : Say(row, PeopleOutcome.Rejected, ($"账号名已属于{holder}，请换一个账号名", $"the account belongs to {holder}; choose another name"));
        }

        if (before.TryAdd(name, row))
            return Say(row, PeopleOutcome.Added, null);
        var first = before[name];
        return first.Name == row.Name
            ? Say(row, PeopleOutcome.Same, ($"与第 {first.Line} 行同一账号", $"the account of row {first.Line}"))
            : Say(row, PeopleOutcome.Rejected, ($"账号名与第 {first.Line} 行的{first.Name}相同", $"row {first.Line} has the same account for {first.Name}"));
    }

    private Text? Fault(PeopleRow row)
    {
        if (row.UserName.Length == 0 || row.Name.Length == 0)
            return ("缺少账号名或姓名", "the account name or the person's name is missing");
        if (Lengths.Check(row.UserName, row.Name, row.Email) is { } length)
            return length.Detail;
        if (row.UserName.Any(letter => !users.Options.User.AllowedUserNameCharacters.Contains(letter)))
            return ("账号名只能用字母、数字和 - . _ @ +", "an account name has letters, digits and - . _ @ + only");
        return row.Email.Length > 0 && !Emails.IsValid(row.Email) ? ($"邮箱 {row.Email} 有误", $"{row.Email} is not an e-mail address") : null;
    }

    private static PeopleOutcomeRow Say(PeopleRow row, PeopleOutcome outcome, Text? remark) => new(row.Line, outcome, row.UserName, new Text(row.Name), remark);
}

/// <summary>What is made of a sheet, and the rows of which it is made.</summary>
internal sealed record AccountPlan(PeoplePreview Preview, IReadOnlyList<PeopleRow> Made);
