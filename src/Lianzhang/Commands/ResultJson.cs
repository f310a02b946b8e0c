using System.Text.Json.Serialization;
using Lianzhang.Core.Boards;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Indicators.Live;

namespace Lianzhang.Commands;

/// <summary>What check --json prints.</summary>
internal sealed record CheckResult(IReadOnlyList<Fault> Faults, IReadOnlyList<Fault> Warnings);

/// <summary>What code --json prints for each code.</summary>
/// <param name="Code">As it was given.</param>
/// <param name="Reason">Why it is not valid; null when it is.</param>
internal sealed record CodeVerdict(string Code, [property: JsonPropertyOrder(1)] Text? Reason)
{
    public bool Valid => Reason is null;
}

/// <summary>Serialisers made when the product is built: finding out about the types at run time is a good part of a short start.</summary>
[JsonSerializable(typeof(Board))]
[JsonSerializable(typeof(CheckResult))]
[JsonSerializable(typeof(EngineStatus))]
[JsonSerializable(typeof(IReadOnlyList<CodeVerdict>))]
[JsonSerializable(typeof(ScoreOutput))]
internal sealed partial class ResultJson : JsonSerializerContext;
