using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Lianzhang.Core.Generation;
using Lianzhang.Core.Values;
using Lianzhang.Files;
using Lianzhang.Hosting;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Commands;

/// <summary>lianzhang generate: makes up enterprises with histories, titles and monthly reports, into files or into a store.</summary>
internal static class GenerateCommand
{
    private static readonly string[] Scales = ["city", "province", "nation"];

    public static Command Create(Terminal terminal, LanguageOption language)
    {
        var options = new Options(terminal);
        var command = new Command("generate", "生成演示和测试用的企业数据，代码有效但不与真实企业重复 / make up enterprises for trial and measuring, with valid codes that no real one has")
        {
            options.Scale, options.Seed, options.Months, options.Until, options.Out, options.Store, options.Keys,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(options.Out) is { Implicit: false } == result.GetResult(options.Store) is { Implicit: false })
                result.AddError("--out 和 --store 须给出其中一个 / give one of --out and --store");
        });
        command.SetAction((parsed, cancel) => Generate(parsed, options, terminal, language.Read(parsed), cancel));
        return command;
    }

    private static async Task<int> Generate(ParseResult parsed, Options options, Terminal terminal, Language language, CancellationToken cancel)
    {
        var read = BundledProgramme.Read();
        if (!read.Succeeded(out var bundled))
            return terminal.Refuse(read.Faults, language);
        var economy = new GeneratedEconomy(options.Plan(parsed, bundled));
        try
        {
            var failure = parsed.GetValue(options.Out) is { } folder
                ? Files(economy, folder, terminal, language, cancel)
                : await IntoStore(economy, options, parsed, terminal, language, cancel);
            if (failure is null)
                return Terminal.Success;
            await terminal.Error.WriteLineAsync(failure.Value.In(language));
        }
        catch (OperationCanceledException)
        {
            Text stopped = parsed.GetValue(options.Out) is null
                ? ("已中断。已填入的部分是完整的，再次执行同一命令即可续完。", "Interrupted. What was filled in is whole; the same command goes on with the rest.")
                : ("已中断，没有留下文件。", "Interrupted; no file was left.");
            await terminal.Error.WriteLineAsync(stopped.In(language));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync(new Text($"无法写入文件：{failed.Message}", $"Files cannot be written: {failed.Message}").In(language));
        }

        return Terminal.Failure;
    }

    private static Text? Files(GeneratedEconomy economy, string folder, Terminal terminal, Language language, CancellationToken cancel)
    {
        if (WriteGenerated.Refuse(folder) is { } refused)
            return refused;
        new WriteGenerated(economy, folder).Write((done, all) => Say(terminal, language, ($"已生成 {done} / {all} 个市", $"{done} of {all} cities")), cancel);
        Say(terminal, language, ($"生成数据（非真实数据）已写入 {folder}", $"Generated data, which are not real, are in {folder}"));
        return null;
    }

    private static async Task<Text?> IntoStore(GeneratedEconomy economy, Options options, ParseResult parsed, Terminal terminal, Language language, CancellationToken cancel)
    {
        await using var services = OpenStore.At(options.Store.Read(parsed), parsed.GetValue(options.Keys)!);
        await services.GetRequiredService<MigrateStore>().Migrate(cancel);
        var run = services.GetRequiredService<Run>();
        var inForce = await run.Do(new GetProgramme(), Caller.Product, cancel);
        if (inForce.Value is null && await BundledProgramme.Publish(services, cancel) is { } unpublished)
            return unpublished;
        if (inForce.Value is { } other && other.Head.Code != economy.Plan.Programme.Head.Code)
        {
            return ($"数据库中的现行方案是 {other.Head.Code}，生成数据只配合随附的方案 {economy.Plan.Programme.Head.Code}。请换一个数据库。",
                $"The programme in force is {other.Head.Code}; data are generated for the bundled {economy.Plan.Programme.Head.Code} only. Use another store.");
        }

        var failure = await new FillStore(run, economy).Fill(
            done => Say(terminal, language, ($"已填入 {done.Cities} / {done.OfCities} 个市：企业 {done.Enterprises} 家，月报 {done.Reports} 份", $"{done.Cities} of {done.OfCities} cities: {done.Enterprises} enterprises, {done.Reports} reports")),
            cancel);
        if (failure is null)
            Say(terminal, language, ("生成数据（非真实数据）已在库中。", "The generated data, which are not real, are in the store."));
        return failure;
    }

    private static void Say(Terminal terminal, Language language, Text text) => terminal.Out.WriteLine(text.In(language));

    private sealed class Options
    {
        public Options(Terminal terminal)
        {
            var last = Period.LastEnded(PeriodKind.Month, terminal.Today);
            Scale.AcceptOnlyFromAmong(Scales);
            Months.Validators.Add(result =>
            {
                if (result.Tokens is [var given] && (!int.TryParse(given.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var months) || months is < 1 or > GenerationPlan.MostMonths))
                    result.AddError($"--months: 应为 1 至 {GenerationPlan.MostMonths} / must be 1 to {GenerationPlan.MostMonths}");
            });
            Until = new("--until")
            {
                Description = "最后一个月，yyyy-MM，默认上一个结束的月 / the last month, yyyy-MM; the last that has ended by default",
                CustomParser = result => Month(result, last),
                DefaultValueFactory = _ => last,
            };
        }

        public Option<string> Scale { get; } = new("--scale") { Description = "规模：市约 2600 家、省约 5 万家、全国约 50 万家 / about 2,600, 50,000 or 500,000 enterprises", Required = true };

        public Option<ulong> Seed { get; } = new("--seed") { Description = "种子，同一种子的结果逐字节相同 / the same seed gives the same to the byte", Required = true, CustomParser = Number };

        public Option<int> Months { get; } = new("--months") { Description = "月数 / how many months", DefaultValueFactory = _ => 60 };

        public Option<Period> Until { get; }

        public Option<string?> Out { get; } = new("--out") { Description = "写入此文件夹的 CSV 文件，须为空 / an empty folder for CSV files" };

        public StoreOption Store { get; } = new();

        public KeysOption Keys { get; } = new();

        public GenerationPlan Plan(ParseResult parsed, ProgrammeFolder bundled) => new(
            bundled.Reading.Programme!,
            bundled.Figures.Figures,
            (GenerationScale)Array.IndexOf(Scales, parsed.GetValue(Scale)),
            parsed.GetValue(Seed),
            parsed.GetValue(Until),
            parsed.GetValue(Months));

        private static ulong Number(ArgumentResult result)
        {
            if (ulong.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
                return seed;
            result.AddError($"--seed: {result.Tokens[0].Value} 不是整数 / is not a whole number");
            return 0;
        }

        private static Period Month(ArgumentResult result, Period last)
        {
            var given = result.Tokens[0].Value;
            if (!Period.TryParse(given, out var month) || month.Kind != PeriodKind.Month)
                result.AddError($"--until: {given} 应为 yyyy-MM 形式的月份 / must be a month such as {last}");
            else if (month.CompareTo(last) > 0)
                result.AddError($"--until: {given} 尚未结束，最晚为 {last} / has not ended; the latest is {last}");
            else
                return month;
            return last;
        }
    }
}
