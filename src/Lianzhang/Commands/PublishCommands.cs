using System.CommandLine;
using Lianzhang.Core.Values;
using Lianzhang.Files;
using Lianzhang.Hosting;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Commands;

/// <summary>lianzhang publish and import: what the operator puts into the store at the machine. The record says that it was done there.</summary>
internal static class PublishCommands
{
    public static Command Publish(Terminal terminal, LanguageOption language)
    {
        var folder = new Argument<string>("programme-dir") { Description = "方案文件夹 / folder of the programme" };
        var (store, keys) = (new StoreOption(), new KeysOption());
        var note = new Option<string>("--note") { Description = "版本说明 / what the version is about", DefaultValueFactory = _ => string.Empty };
        var command = new Command("publish", "把方案发布到数据库，成为现行版本 / publish a programme as the version in force") { folder, note, store, keys };
        command.SetAction(async (parsed, cancel) =>
        {
            var spoken = language.Read(parsed);
            var read = ReadProgrammeFolder.Read(parsed.GetValue(folder)!);
            if (read.Faults.Count > 0)
                return terminal.Refuse(read.Faults, spoken);
            await using var services = OpenStore.At(store.Read(parsed), parsed.GetValue(keys)!);
            await services.GetRequiredService<MigrateStore>().Migrate(cancel);
            var published = await services.GetRequiredService<Run>().Do(new PublishProgramme(ReadProgrammeFolder.Files(parsed.GetValue(folder)!).Files, parsed.GetValue(note)!), Caller.Product, cancel);
            return Say(published, version => ($"{version.Code} 第 {version.Number} 版已发布。", $"{version.Code} version {version.Number} is published."), terminal, spoken);
        });
        return command;
    }

    public static Command Import(Terminal terminal, LanguageOption language)
    {
        var file = new Argument<string>("figures") { Description = "公布数据，CSV / published figures, CSV" };
        var (store, keys) = (new StoreOption(), new KeysOption());
        var command = new Command("import", "把公布数据导入数据库 / import published figures into the store") { file, store, keys };
        command.SetAction(async (parsed, cancel) =>
        {
            var spoken = language.Read(parsed);
            var read = ReadTextFile.Read(parsed.GetValue(file)!, ReadProgrammeFolder.MostBytesOfFigures);
            if (!read.Succeeded(out var source))
                return terminal.Refuse(read.Faults, spoken);
            await using var services = OpenStore.At(store.Read(parsed), parsed.GetValue(keys)!);
            await services.GetRequiredService<MigrateStore>().Migrate(cancel);
            var imported = await services.GetRequiredService<Run>().Do(new ImportFigures(source), Caller.Product, cancel);
            return Say(imported, done => (
                $"新增 {done.Added} 条，修订 {done.Changed} 条，相同 {done.Same} 条，未采用 {done.Rejected} 条。",
                $"{done.Added} new, {done.Changed} changed, {done.Same} the same, {done.Rejected} rejected."), terminal, spoken);
        });
        return command;
    }

    private static int Say<T>(Answer<T> answer, Func<T, Text> words, Terminal terminal, Language language)
        where T : class
    {
        if (!answer.Succeeded(out var value))
        {
            terminal.Error.WriteLine(answer.Problem!.Detail.In(language));
            return terminal.Refuse(answer.Problem.Faults ?? [], language);
        }

        terminal.Out.WriteLine(words(value).In(language));
        return Terminal.Success;
    }
}
