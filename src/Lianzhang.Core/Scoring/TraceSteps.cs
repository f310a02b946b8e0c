using Lianzhang.Core.Scoring.Weighing;

namespace Lianzhang.Core.Scoring;

/// <summary>Makes the printed tables out of the states that the steps left behind.</summary>
internal static class TraceSteps
{
    /// <summary>The data, then every step; rows in the order of the data, weights once per group that is scored apart.</summary>
    public static IReadOnlyList<TraceTable> Of(List<(int[] Rows, FinishedPart Part)> parts)
    {
        var tables = new List<TraceTable>();
        for (var at = 0; at < parts[0].Part.States.Count; at++)
        {
            var (step, state) = parts[0].Part.States[at];
            if (step is WeighingStep)
                tables.AddRange(parts.Select(part => Weights(step, part.Part.States[at].State, parts.Count > 1)));
            else
                tables.Add(Merge(step, state, [.. parts.Select(part => (part.Rows, part.Part.States[at].State))]));
            tables.AddRange(parts.SelectMany(part => part.Part.States[at].State.Beside));
        }

        return tables;
    }

    private static TraceTable Merge(ScoreStep? step, ScoreState first, List<(int[] Rows, ScoreState State)> parts)
    {
        string[] columns = step is null ? [.. first.Table.Columns.Select(column => column.Code)] : [.. ScoreUnits.Shown(first)];
        var rows = parts.SelectMany(part => part.Rows.Select((row, at) => (Row: row, Shown: new TraceRow(
            part.State.UnitAt(at), [.. columns.Select(column => part.State.Table[column][at])]))));
        return new TraceTable(step?.Step ?? "data", step?.Method ?? "data", columns, [.. rows.OrderBy(row => row.Row).Select(row => row.Shown)]);
    }

    private static TraceTable Weights(ScoreStep step, ScoreState state, bool isApart) => new(
        isApart ? $"{step.Step} ({state.Table.Groups[0]})" : step.Step,
        step.Method,
        ["weight"],
        [.. state.Tree.Nodes.Where(node => state.Weights.ContainsKey(node.Code)).Select(node => new TraceRow(node.Code, [state.Weights[node.Code]]))]);
}
