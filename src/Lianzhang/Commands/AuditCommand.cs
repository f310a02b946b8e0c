using System.CommandLine;
using Lianzhang.Core.Values;
using Lianzhang.Hosting;
using Lianzhang.Platform.Auditing;

namespace Lianzhang.Commands;

/// <summary>lianzhang audit verify: whether anything in the record of actions was altered, removed, added, moved or cut off.</summary>
internal static class AuditCommand
{
    public static Command Create(Terminal terminal, LanguageOption language)
    {
        var store = new StoreOption();
        var keys = new KeysOption();
        var verify = new Command("verify", "核验操作记录是否被改动 / check the record of actions") { store, keys };
        verify.SetAction(async (parsed, cancel) =>
        {
            await using var services = OpenStore.At(store.Read(parsed), parsed.GetValue(keys)!);
            return await Say(await services.GetRequiredService<VerifyAudit>().Verify(cancel), terminal, language.Read(parsed));
        });
        return new Command("audit", "操作记录 / the record of actions") { verify };
    }

    private static async Task<int> Say(AuditReport report, Terminal terminal, Language language)
    {
        foreach (var fault in report.Faults)
            await terminal.Error.WriteLineAsync(fault.In(language));
        Text summary = (
            $"操作记录 {report.Entries} 条，入链 {report.Linked} 条，尚未在库外存证 {report.Unanchored} 条，问题 {report.Faults.Count} 处。",
            $"{report.Entries} entries, {report.Linked} linked, {report.Unanchored} not yet noted outside the store, {report.Faults.Count} faults.");
        await terminal.Out.WriteLineAsync(summary.In(language));
        return report.Faults.Count == 0 ? Terminal.Success : Terminal.Failure;
    }
}
