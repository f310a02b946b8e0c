using System.ComponentModel;

namespace Lianzhang.Core.Scoring.Robust;

/// <summary>Other methods that a step might as well have used.</summary>
public sealed record Alternatives(
    [property: Description("Name of the step.")] string Step,
    [property: Description("The methods beside the step's own, each as likely.")] IReadOnlyList<ScoreStep> Methods);

/// <summary>What is taken to be uncertain, and how often it is tried.</summary>
public sealed record RobustnessSpec(
    [property: Description("How far each weight may be off, as a share of it; 0.25 is a quarter up or down.")] double Weights = 0.25,
    [property: Description("Steps that might have used other methods.")] IReadOnlyList<Alternatives>? Alternatives = null,
    [property: Description("How many runs of chance.")] int Runs = 1000,
    [property: Description("How many runs for each of the two samples of the Sobol indices; none by 0.")] int Sobol = 0,
    [property: Description("The seed of chance: the same seed gives the same result anywhere.")] int Seed = 1);
