using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring;

/// <summary>
/// A named step with its method and the method's parameters. Each method is a record in a file of its own; the key `method` of a
/// specification is the name of the record.
/// </summary>
[ChosenBy("method")]
public abstract record ScoreStep([property: System.ComponentModel.Description("Name of the step.")] string Step)
{
    /// <summary>The method as specifications write it.</summary>
    public string Method => StepMethods.Name(GetType());

    /// <summary>The state after the step; refuses by <see cref="ScoringException"/>.</summary>
    internal abstract ScoreState Run(ScoreState state);

    /// <summary>What is wrong with the parameters, each by the key that is to be put right.</summary>
    internal virtual IEnumerable<(string Key, Text Message)> Check(ScoreTree tree) => [];

    /// <summary>Codes that the step reads and that must be indicators, aggregates, columns of the data or made by an earlier step.</summary>
    internal virtual IEnumerable<(string Key, string Code)> Reads => [];

    /// <summary>The column that the step makes beside those of the tree.</summary>
    internal virtual string? Makes => null;

    /// <summary>Whether the step may give weights to the children of this aggregate.</summary>
    internal virtual bool Weighs(string parent) => false;
}
