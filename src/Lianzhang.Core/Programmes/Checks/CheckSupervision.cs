namespace Lianzhang.Core.Programmes.Checks;

/// <summary>Rules of supervision name levels that there are, and say what they watch.</summary>
internal static class CheckSupervision
{
    public static void Check(Draft draft)
    {
        if (draft.Supervision is not { } file)
            return;
        if (file.Levels.Count == 0 && (file.Rules.Count > 0 || file.Sources.Count > 0))
            draft.Fault(file, "levels", ("至少列出一个督办级别", "list at least one level"));
        foreach (var level in file.Levels)
            Positive(draft, level, "days", level.Days);
        foreach (var source in file.Sources)
            Positive(draft, source, "days", source.Days);
        foreach (var rule in file.Rules)
            OfRule(draft, rule);
        foreach (var consequence in file.Consequences ?? [])
            Positive(draft, consequence, "times", consequence.Times);
        foreach (var (key, days) in new[] { ("sign_days", file.SignDays), ("verify_days", file.VerifyDays), ("near_days", file.NearDays) })
            Positive(draft, file, key, days);
    }

    private static void OfRule(Draft draft, TriggerRule rule)
    {
        Positive(draft, rule, "periods", rule.Periods);
        Positive(draft, rule, "recovery", rule.Recovery);
        Positive(draft, rule, "days", rule.Days ?? 1);
        Positive(draft, rule, "days_overdue", rule.DaysOverdue);
        if (rule.Relapse < 0)
            draft.Fault(rule, "relapse", ("应为零或正数", "it is zero or more"));
        if (rule.When == TriggerKind.TargetStatus && rule.Statuses is not { Count: > 0 })
            draft.Fault(rule, "when", ("按目标状态触发的规则须写明状态 statuses", "a rule on the status of targets states its statuses"));
        if (rule.When != TriggerKind.TargetStatus && (rule.Statuses ?? []).Count > 0)
            draft.Fault(rule, "statuses", ("只有按目标状态触发的规则才写状态", "only a rule on the status of targets states statuses"));
        if (rule.When != TriggerKind.ReportOverdue && (rule.Forms ?? []).Count > 0)
            draft.Fault(rule, "forms", ("只有按报表逾期触发的规则才写报表", "only a rule on overdue reports states forms"));
    }

    private static void Positive(Draft draft, object record, string key, int number)
    {
        if (number <= 0)
            draft.Fault(record, key, ("应为正数", "it is a number above zero"));
    }
}
