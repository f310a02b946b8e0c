using System.CommandLine;
using Lianzhang.Core.Values;

namespace Lianzhang.Commands;

/// <summary>The option --lang of every command.</summary>
internal sealed class LanguageOption : Option<string>
{
    public LanguageOption()
        : base("--lang")
    {
        Description = "语言 / language of messages and names: zh, en";
        Recursive = true;
        DefaultValueFactory = _ => "zh";
        this.AcceptOnlyFromAmong("zh", "en");
    }

    public Language Read(ParseResult parsed) => parsed.GetValue(this) == "en" ? Language.English : Language.Chinese;
}
