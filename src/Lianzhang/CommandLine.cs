using System.CommandLine;
using Lianzhang.Commands;

namespace Lianzhang;

/// <summary>The commands of the executable.</summary>
internal static class CommandLine
{
    /// <summary>Runs a command line: 0 when it did what it says, 1 with a line on the error output when not.</summary>
    public static int Run(string[] args, Terminal terminal)
    {
        var language = new LanguageOption();
        var root = new RootCommand("链长 Lianzhang:把产业政策变成可运行的闭环 / turns an industrial policy into a running closed loop")
        {
            language,
            CheckCommand.Create(terminal, language),
            BoardCommand.Create(terminal, language),
            StoredBoard.Verify(terminal, language),
            ScoreCommand.Create(terminal, language),
            AssessCommand.Create(terminal, language),
            SchemaCommand.Create(terminal),
            CodeCommand.Create(terminal, language),
            DemoCommand.Create(terminal, language),
            ServeCommand.Create(terminal, language),
            PublishCommands.Publish(terminal, language),
            PublishCommands.Import(terminal, language),
            GenerateCommand.Create(terminal, language),
            AuditCommand.Create(terminal, language),
            EngineCommand.Create(terminal, language),
            StoreCommands.Migrate(terminal, language),
            StoreCommands.Backup(terminal, language),
            StoreCommands.Restore(terminal, language),
        };

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            // One line per mistake; the library would print its whole help after each.
            foreach (var error in parsed.Errors)
                terminal.Error.WriteLine($"lianzhang: {string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}");
            return Terminal.Failure;
        }

        return parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error });
    }
}
