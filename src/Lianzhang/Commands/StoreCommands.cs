using System.CommandLine;
using Lianzhang.Core.Values;
using Lianzhang.Storage;

namespace Lianzhang.Commands;

/// <summary>lianzhang migrate, backup and restore: the care of a store.</summary>
internal static class StoreCommands
{
    public static Command Migrate(Terminal terminal, LanguageOption language)
    {
        var store = new StoreOption();
        var command = new Command("migrate", "把数据库更新到当前版本 / bring the store to the present tables") { store };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var services = new ServiceCollection().AddLogging().AddStore(store.Read(parsed)).BuildServiceProvider();
            var applied = await services.GetRequiredService<MigrateStore>().Migrate(cancel);
            Text done = applied.Count == 0
                ? ("数据库已是最新。", "The store is up to date.")
                : ($"已更新：{string.Join("、", applied)}", $"Applied: {string.Join(", ", applied)}");
            await terminal.Out.WriteLineAsync(done.In(language.Read(parsed)));
            return Terminal.Success;
        });
        return command;
    }

    public static Command Backup(Terminal terminal, LanguageOption language) =>
        OnFile("backup", "备份数据库到文件，可在运行中进行 / copy the store to a file, while it is in use", ("已备份到", "Backed up to"), BackupStore.Backup, terminal, language);

    public static Command Restore(Terminal terminal, LanguageOption language) =>
        OnFile("restore", "从备份文件恢复到空的数据库 / restore a copy into an empty store", ("已恢复自", "Restored from"), BackupStore.Restore, terminal, language);

    private static Command OnFile(string name, string description, Text done, Func<StoreAddress, string, CancellationToken, Task<Text?>> work, Terminal terminal, LanguageOption language)
    {
        var file = new Argument<string>("file") { Description = "备份文件 / the copy" };
        var store = new StoreOption();
        var command = new Command(name, description) { file, store };
        command.SetAction(async (parsed, cancel) =>
        {
            var spoken = language.Read(parsed);
            if (await work(store.Read(parsed), parsed.GetValue(file)!, cancel) is { } failure)
            {
                await terminal.Error.WriteLineAsync(failure.In(spoken));
                return Terminal.Failure;
            }

            await terminal.Out.WriteLineAsync($"{done.In(spoken)} {parsed.GetValue(file)}");
            return Terminal.Success;
        });
        return command;
    }
}
