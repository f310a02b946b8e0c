using System.Text;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Registers;

/// <summary>Names of enterprises as they are compared: what one of two clerks leaves out makes no difference.</summary>
public sealed class EnterpriseNames
{
    // One letter of a short name is too much of it: 华星 and 华兴 are two enterprises.
    private const int ShortestForSlips = 5;

    // The longest first, so that none is cut short by another within it.
    private static readonly string[] LegalForms =
        ["股份有限责任公司", "集团有限责任公司", "集团股份有限公司", "股份有限公司", "有限责任公司", "集团有限公司", "股份公司", "有限公司", "集团公司", "股份", "集团", "公司"];

    private readonly string[] places;

    /// <param name="places">Names of regions, which enterprises put before their own.</param>
    public EnterpriseNames(IEnumerable<string> places) =>
        this.places = [.. places.SelectMany(Forms).Where(place => place.Length > 1).Distinct().OrderByDescending(place => place.Length)];

    /// <summary>The name with plain letters and brackets, without blanks.</summary>
    public static string Plain(string name) => new([.. HalfWidth.Of(name).Where(letter => !char.IsWhiteSpace(letter)).Select(char.ToUpperInvariant)]);

    /// <summary>What is its own in a name: without region, legal form and brackets. The plain name where nothing else is left.</summary>
    public string Core(string name)
    {
        var plain = Plain(name);
        var core = new StringBuilder(plain).Replace("(", string.Empty).Replace(")", string.Empty);
        foreach (var form in LegalForms)
            core.Replace(form, string.Empty);
        var left = core.ToString();
        foreach (var place in places.Where(place => left.StartsWith(place, StringComparison.Ordinal)))
            left = left[place.Length..];
        return left.Length > 1 ? left : plain;
    }

    /// <summary>Whether two cores differ by one slip of the hand at most.</summary>
    public static bool AreNear(string core, string other) =>
        core == other || (Math.Min(core.Length, other.Length) >= ShortestForSlips && Math.Abs(core.Length - other.Length) <= 1 && Nearest.Edits(core, other) <= 1);

    /// <summary>
    /// Keys by which near cores are found without comparing each with each: two that differ by one slip share one, since what is left
    /// of both without the letter in question is the same, or lies one letter away.
    /// </summary>
    public static IEnumerable<string> Keys(string core)
    {
        yield return core;
        if (core.Length < ShortestForSlips)
            yield break;
        for (var at = 0; at < core.Length; at++)
            yield return string.Concat(core.AsSpan(0, at), core.AsSpan(at + 1));
    }

    // 菏泽市 is also written 菏泽; a name of two characters stays as it is.
    private static IEnumerable<string> Forms(string place) => place.Length > 2 && place[^1] is '省' or '市' or '县' or '区' ? [place, place[..^1]] : [place];
}
