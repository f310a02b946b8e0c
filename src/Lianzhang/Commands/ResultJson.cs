using System.Text.Json.Serialization;
using Lianzhang.Core.Boards;
using Lianzhang.Core.Values;

namespace Lianzhang.Commands;

/// <summary>What check --json prints.</summary>
internal sealed record CheckResult(IReadOnlyList<Fault> Faults, IReadOnlyList<Fault> Warnings);

/// <summary>Serialisers made when the product is built: finding out about the types at run time is a good part of a short start.</summary>
[JsonSerializable(typeof(Board))]
[JsonSerializable(typeof(CheckResult))]
internal sealed partial class ResultJson : JsonSerializerContext;
