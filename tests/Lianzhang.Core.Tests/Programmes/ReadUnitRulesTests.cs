using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Tests.Programmes;

public sealed class ReadUnitRulesTests
{
    [Fact]
    public void Conditions_by_themselves_are_read_with_their_formulas()
    {
        var read = ReadUnitRules.Read("conditions", "rules:\n  - {code: a, name: 收入, formula: sum(firm_revenue), at_least: 1, unit: 亿元}\n  - {code: b, name: 称号, attribute: title, in: craft_house}\n", Repository.Qinghe.Programme!);
        Assert.Empty(read.Faults);
        Assert.Equal("sum(firm_revenue)", read.Value![0].Formula!.ToString());
        Assert.Empty(ReadUnitRules.Read("conditions", " \n", Repository.Qinghe.Programme!).Value!);
    }

    [Theory]
    [InlineData("rules:\n  - {code: a, name: x, formula: sum(firm_revenu), at_least: 1, unit: 万元}", "conditions:2:37: formula, character 5: no item firm_revenu; did you mean firm_revenue?")]
    [InlineData("rules:\n  - {code: a, name: x, formula: sum(firm_revenue), at_least: 1, unit: 人}", "conditions:2:33: formula, character 1: the formula gives 万元, but the rule needs 人")]
    [InlineData("rules:\n  - {code: a, name: x, formula: value(visitors), at_least: 1, unit: 万人}", "conditions:2:33: a rule is about the facts of one enterprise: use sum(item), not value or indicator")]
    [InlineData("rules: 1", "conditions:1:8: expected a mapping of keys to values")]
    [InlineData("rules: [", "conditions:")]
    [InlineData("# nothing\n", "conditions: there is nothing in it")]
    [InlineData("a: 1", "conditions:1:1: unknown key a", "conditions:1:1: missing key rules")]
    public void A_fault_is_told_with_its_line(string text, params string[] faults)
    {
        var read = ReadUnitRules.Read("conditions", text, Repository.Qinghe.Programme!);
        Assert.Null(read.Value);
        Assert.Equal(faults.Length, read.Faults.Count);
        Assert.All(faults, expected => Assert.Contains(read.Faults, fault => fault.ToString().StartsWith(expected, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_text_without_end_is_not_read() => Assert.Single(ReadUnitRules.Read("conditions", new string('x', 20_001), Repository.Qinghe.Programme!).Faults);
}
