using System.Text.RegularExpressions;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Registers;

/// <summary>An instrument of support as it is typed.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Issuer">Who issues it.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Delivery">What an enterprise gets.</param>
/// <param name="Industries">Codes of the industries that it is for; none for all.</param>
/// <param name="Budget">What there is in all, in 万元.</param>
/// <param name="Amount">What one enterprise gets, in 万元.</param>
/// <param name="Conditions">The conditions as YAML.</param>
/// <param name="Documents">The documents that are wanted.</param>
/// <param name="Measure">Code of the programme's measure that it serves.</param>
public sealed record PolicyEntry(
    string Name, string Issuer, DateOnly From, DateOnly To, PolicyDelivery Delivery, IReadOnlyList<string> Industries,
    decimal? Budget = null, decimal? Amount = null, string Conditions = "", string? Documents = null, string? Measure = null)
{
    public override string ToString() => $"{Name} {From:yyyy-MM-dd} {To:yyyy-MM-dd} {Amount}/{Budget}";
}

/// <summary>What must be true of an instrument, however it is recorded.</summary>
internal static partial class CheckPolicy
{
    private const int LongestName = 100;
    private const int LongestText = 1_000;
    private const string ConditionsFile = "conditions";

    public static Problem? Code(string code) => CodePattern().IsMatch(code)
        ? null
        : Problem.Invalid(("政策编码用小写字母、数字和连字符，2 至 40 位，以字母开头。", "A code has 2 to 40 lower-case letters, digits and hyphens and starts with a letter."));

    public static Problem? Entry(PolicyEntry entry)
    {
        if (string.IsNullOrWhiteSpace(entry.Name) || entry.Name.Length > LongestName || string.IsNullOrWhiteSpace(entry.Issuer) || entry.Issuer.Length > LongestName)
            return Problem.Invalid(($"请填写名称和发布单位，各不超过 {LongestName} 字。", $"Give a name and an issuer of at most {LongestName} characters each."));
        if (entry.Documents?.Length > LongestText)
            return Problem.Invalid(($"所需材料不超过 {LongestText} 字。", $"The documents take at most {LongestText} characters."));
        if (!Enum.IsDefined(entry.Delivery))
            return Problem.Invalid(("请选择兑现方式。", "Choose what an enterprise gets."));
        if (entry.To < entry.From)
            return Problem.Invalid(("截止日期早于开始日期。", "It would end before it begins."));
        return Money(entry);
    }

    /// <summary>The conditions, or the line where they go wrong.</summary>
    public static Answer<PolicyConditions> Conditions(string text, Programme programme)
    {
        var read = ReadUnitRules.Read(ConditionsFile, text, programme);
        return read.Succeeded(out var conditions)
            ? new PolicyConditions(conditions)
            : Problem.Invalid(("条件有误，没有保存。", "The conditions are wrong; nothing was saved."), read.Faults);
    }

    /// <summary>Null when what it names is in the programme.</summary>
    public static Problem? Names(PolicyEntry entry, Programme programme)
    {
        if (entry.Industries.FirstOrDefault(code => programme.Industries.All(industry => industry.Code != code)) is { } unknown)
            return Problem.Invalid(($"方案中没有产业 {unknown}。", $"The programme has no industry {unknown}."));
        return entry.Measure is { } measure && programme.Measures.All(known => known.Code != measure)
            ? Problem.Invalid(($"方案中没有举措 {measure}。", $"The programme has no measure {measure}."))
            : null;
    }

    private static Problem? Money(PolicyEntry entry)
    {
        if (new[] { entry.Budget, entry.Amount }.Any(amount => amount is <= 0 || (amount is { } value && !Conventions.CanStore(value))))
            return Problem.Invalid(($"金额须大于零，最多 {Conventions.Decimals} 位小数。", $"Amounts are above zero and have at most {Conventions.Decimals} decimals."));
        if (entry is { Delivery: PolicyDelivery.Pay, Amount: null })
            return Problem.Invalid(("兑付资金的政策须写明每家金额。", "An instrument that pays says how much an enterprise gets."));
        return entry.Amount > entry.Budget
            ? Problem.Invalid(($"每家金额超出总预算 {Quantity.Number((entry.Amount - entry.Budget)!.Value)} 万元。", $"What one enterprise gets exceeds the budget by {Quantity.Number((entry.Amount - entry.Budget)!.Value)} 万元."))
            : null;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodePattern();
}

/// <summary>Conditions that were read.</summary>
internal sealed record PolicyConditions(IReadOnlyList<UnitCondition> All);
