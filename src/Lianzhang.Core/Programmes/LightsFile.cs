using System.ComponentModel;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>The word and colour that a programme gives to a status.</summary>
public sealed record LightWord(Status Status, Colour Colour, Text Word);

/// <summary>The file lights.yaml.</summary>
public sealed record LightsFile(
    [property: Description("Code of the rule set that is in force.")] string Use,
    [property: Description("The rule sets to choose from.")] IReadOnlyList<LightRuleSet> RuleSets,
    [property: Description("Words and colours other than the standard ones.")] IReadOnlyList<LightWord>? Words = null,
    [property: Description("Codes of the rule sets by which measures are judged, of which the worst light counts; the set in force alone if left out.")] IReadOnlyList<string>? Measures = null);
