using Lianzhang.Core.Values;
using Microsoft.AspNetCore.Components;

namespace Lianzhang.Web.Design;

/// <summary>A component that speaks both languages: attributes and code take their words from <see cref="Say(string, string)"/>, markup from <c>T</c>.</summary>
public abstract class BilingualComponent : ComponentBase
{
    [CascadingParameter] protected Language Language { get; set; }

    protected string Say(string zh, string en) => Language == Language.English ? en : zh;

    protected string Say(Text text) => text.In(Language);

    /// <summary>A day as people write it: 2024年12月31日, 31 December 2024.</summary>
    protected string Say(DateOnly day) => DayText.Of(day, Language);
}
