using System.Diagnostics;
using Lianzhang.Browser.Tests;

namespace Lianzhang.Tests.Commands;

/// <summary>A setting that cannot be used keeps the server from starting, with a line that names it and what it may be.</summary>
public sealed class SettingsOptionTests
{
    [Theory]
    [InlineData("SignIn", "LockoutAfter", "2", "3 to 20")]
    [InlineData("SignIn", "LockoutAfter", "21", "3 to 20")]
    [InlineData("SignIn", "LockoutAfter", "five", "3 to 20")]
    [InlineData("SignIn", "LockoutAfter", "-5", "3 to 20")]
    [InlineData("SignIn", "LockoutAfter", "5.5", "3 to 20")]
    [InlineData("SignIn", "LockoutMinutes", "0", "1 to 1440")]
    [InlineData("SignIn", "LockoutMinutes", "1441", "1 to 1440")]
    [InlineData("SignIn", "IdleMinutes", "4", "5 to 480")]
    [InlineData("SignIn", "IdleMinutes", "481", "5 to 480")]
    [InlineData("SignIn", "LongestHours", "0", "1 to 24")]
    [InlineData("SignIn", "LongestHours", "25", "1 to 24")]
    [InlineData("SignIn", "ShortestPassword", "7", "8 to 16")]
    [InlineData("SignIn", "ShortestPassword", "17", "8 to 16")]
    [InlineData("SignIn", "AttemptsPerMinute", "4", "5 to 1000")]
    [InlineData("SignIn", "AttemptsPerMinute", "99999999999", "5 to 1000")]
    [InlineData("Limits", "ChangesPerMinute", "9", "10 to 10000")]
    [InlineData("Limits", "ReadsPerMinute", "99", "100 to 100000")]
    public void A_number_out_of_its_range(string section, string name, string value, string range)
    {
        var json = $$"""{ "{{section}}": { "{{name}}": "{{value}}" } }""";
        Refused(Start(json), $"settings.json: {section}:{name}: '{value}' cannot be used; it must be a whole number from {range}");
        Refused(Start(json, "zh"), $"settings.json: {section}:{name}: “{value}”不可用，应为 {range.Replace("to", "到", StringComparison.Ordinal)} 的整数");
    }

    [Theory]
    [InlineData("\"10.0.0\\u002f8x\"")]
    [InlineData("\"proxy.example\"")]
    [InlineData("\"0.0.0.0/0\"")]
    [InlineData("[ \"::/0\" ]")]
    public void A_proxy_that_is_no_address(string value) =>
        Refused(Start($$"""{ "Proxy": { "Known": {{value}} } }"""), "settings.json: Proxy:Known: ", "it must be the address or network of a reverse proxy, such as 10.0.0.5");

    [Theory]
    [InlineData("https://lianzhang.example")]
    [InlineData("lianzhang.example:443")]
    [InlineData("10.0.0.5")]
    public void A_domain_for_passkeys_that_is_none(string value) =>
        Refused(Start($$"""{ "SignIn": { "PasskeyDomain": "{{value}}" } }"""), $"settings.json: SignIn:PasskeyDomain: '{value}' cannot be used; it must be a domain such as");

    [Fact]
    public void A_sign_in_that_would_idle_longer_than_it_lasts() =>
        Refused(Start("""{ "SignIn": { "IdleMinutes": 120, "LongestHours": 1 } }"""), "settings.json: SignIn:IdleMinutes: cannot be longer than SignIn:LongestHours");

    [Theory]
    [InlineData("""{ "SignIn": { "LockoutAftr": 5 } }""", "SignIn:LockoutAftr")]
    [InlineData("""{ "LockoutAfter": 5 }""", "LockoutAfter")]
    public void A_name_that_is_no_setting(string json, string name) => Refused(Start(json), $"settings.json: {name}: there is no such setting. There are: SignIn:LockoutAfter, ");

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var run = Start("""{ "SignIn": { "LockoutAfter": 1, "IdleMinutes": 1 } }""");
        Assert.Equal(1, run.Exit);
        Assert.Equal(2, run.ErrorLines.Count);
    }

    [Theory]
    [InlineData("{\n\"SignIn\": [", "settings.json:2: is no file of settings")]
    [InlineData("[]", "settings.json: is no file of settings")]
    [InlineData("""{ "SignIn": { "LockoutAfter": 5, "lockoutafter": 6 } }""", "settings.json: is no file of settings")]
    public void No_object_of_settings(string text, string message) => Refused(Start(text), message);

    [Fact]
    public void A_missing_file() => Refused(RunCommand.Run("serve", "--lang", "en", "--settings", "/nowhere/settings.json"), "/nowhere/settings.json: file not found");

    [Fact]
    public async Task A_variable_is_named_as_it_was_set_and_goes_before_the_file()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("settings.json", """{ "SignIn": { "LockoutAfter": 5 } }""");
        var start = new ProcessStartInfo("dotnet", [Artifacts.Lianzhang, "serve", "--lang", "en", "--settings", file]) { RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder.Path };
        start.Environment["LIANZHANG_SignIn__LockoutAfter"] = "0";
        start.Environment["LIANZHANG_SignIn__Lockout"] = "5";
        start.Environment["LIANZHANG_Elsewhere"] = "1";
        using var process = Process.Start(start)!;
        var lines = (await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
        Assert.Equal(2, lines.Length);
        Assert.Equal("LIANZHANG_SignIn__LockoutAfter: '0' cannot be used; it must be a whole number from 3 to 20", lines[0]);
        Assert.StartsWith("LIANZHANG_SignIn__Lockout: there is no such setting.", lines[1], StringComparison.Ordinal);
    }

    private static CommandResult Start(string json, string language = "en")
    {
        using var folder = new TemporaryFolder();
        return RunCommand.Run("serve", "--lang", language, "--settings", folder.File("settings.json", json));
    }

    private static void Refused(CommandResult run, params string[] messages)
    {
        Assert.Equal(1, run.Exit);
        var line = Assert.Single(run.ErrorLines);
        Assert.All(messages, message => Assert.Contains(message, line, StringComparison.Ordinal));
        Assert.Empty(run.Out);
    }
}
