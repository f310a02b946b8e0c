using System.CommandLine;
using Lianzhang.Core.Values;
using Lianzhang.Files;
using Lianzhang.Hosting;

namespace Lianzhang.Commands;

/// <summary>The option --settings of the commands that serve.</summary>
internal sealed class SettingsOption : Option<string?>
{
    public const string Variable = "LIANZHANG_SETTINGS";

    public SettingsOption()
        : base("--settings")
    {
        Description = $"登录规则、限流、反向代理等设置，JSON 文件，默认取环境变量 {Variable}；单项可用 LIANZHANG_SignIn__LockoutAfter 一类变量设置 / a JSON file of settings; from {Variable} by default; single ones by variables such as LIANZHANG_SignIn__LockoutAfter";
    }

    /// <summary>The settings, or everything that is wrong with them.</summary>
    public Outcome<ServerSettings> Read(ParseResult parsed) =>
        ReadServerSettings.Read((parsed.GetValue(this) ?? Environment.GetEnvironmentVariable(Variable)) is { } given && !string.IsNullOrWhiteSpace(given) ? given.Trim() : null);
}
