using Lianzhang.Core.Programmes.Checks;
using Lianzhang.Core.Programmes.Yaml;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>Reads conditions that stand by themselves, in the form in which titles.yaml has them, and checks them against a programme.</summary>
public static class ReadUnitRules
{
    public const int MostCharacters = 20_000;

    /// <param name="name">The name by which faults show the text.</param>
    /// <param name="text">The conditions; empty where there are none.</param>
    /// <param name="programme">What they may name.</param>
    public static Outcome<IReadOnlyList<UnitCondition>> Read(string name, string text, Programme programme)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Outcome<IReadOnlyList<UnitCondition>>.Of([]);
        if (text.Length > MostCharacters)
            return Failed([new Fault(new Location(name), ($"条件超过 {MostCharacters} 字", $"longer than {MostCharacters} characters"))]);
        var (tree, parsed) = ParseYaml.Read(name, text);
        var (sources, faults) = (new SourceMap(), new List<Fault>(parsed));
        if (tree is null || new BindYaml(sources, faults).BindFile<UnitRulesFile>(tree) is not { } file)
            return Failed(faults.Count > 0 ? faults : [new Fault(new Location(name), ("没有条件", "there is nothing in it"))]);
        var conditions = new CheckUnitRules(sources, faults, programme.Catalogue, _ => false).Check(file.Rules);
        return faults.Count > 0 ? Failed(faults) : Outcome<IReadOnlyList<UnitCondition>>.Of(conditions);
    }

    private static Outcome<IReadOnlyList<UnitCondition>> Failed(IReadOnlyList<Fault> faults) =>
        Outcome<IReadOnlyList<UnitCondition>>.Failed([.. faults.OrderBy(fault => fault.At.Line).ThenBy(fault => fault.At.Column)]);
}
