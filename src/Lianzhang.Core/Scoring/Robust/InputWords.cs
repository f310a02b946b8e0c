using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Robust;

/// <summary>What officials are told of where shifts of ranks come from.</summary>
public static class InputWords
{
    /// <summary>What stands before the code of an aggregate where the weights below it are the input.</summary>
    internal const string Weights = "weights ";

    /// <summary>The weights below a place of the hierarchy, or a step that might have used another method.</summary>
    public static Text Of(string input, Func<string, Text> nameOf)
    {
        if (!input.StartsWith(Weights, StringComparison.Ordinal))
            return ($"“{input}”的方法", $"the method of {input}");
        var name = nameOf(input[Weights.Length..]);
        return ($"“{name.Zh}”以下各项的权重", $"weights below {name.In(Language.English)}");
    }
}
