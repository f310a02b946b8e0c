namespace Lianzhang.Core.Scoring;

/// <summary>A column of a table: one value per unit, null where it is missing.</summary>
public sealed record ScoreColumn(string Code, IReadOnlyList<double?> Values);

/// <summary>
/// Units in rows and figures in columns. Figures are binary floating point, since composite indices take roots and logarithms;
/// what is ranked or sealed is rounded first (<see cref="Ranking"/>). What is missing is null and never zero.
/// </summary>
public sealed class ScoreTable
{
    private readonly Dictionary<string, ScoreColumn> byCode;

    /// <param name="units">Names of the rows, each once.</param>
    /// <param name="columns">The columns, each as long as there are units.</param>
    /// <param name="groups">The group of each unit; all in one where it is left out.</param>
    public ScoreTable(IReadOnlyList<string> units, IReadOnlyList<ScoreColumn> columns, IReadOnlyList<string>? groups = null)
    {
        (Units, Columns, Groups) = (units, columns, groups ?? [.. units.Select(_ => string.Empty)]);
        byCode = columns.ToDictionary(column => column.Code, StringComparer.Ordinal);
        if (Groups.Count != units.Count || columns.Any(column => column.Values.Count != units.Count))
            throw new ArgumentException("every column has one value per unit", nameof(columns));
    }

    public IReadOnlyList<string> Units { get; }

    public IReadOnlyList<string> Groups { get; }

    public IReadOnlyList<ScoreColumn> Columns { get; }

    public bool Has(string code) => byCode.ContainsKey(code);

    /// <summary>The values of a column that is there.</summary>
    public IReadOnlyList<double?> this[string code] => byCode[code].Values;

    /// <summary>The table with a column replaced in its place, or added at the end.</summary>
    public ScoreTable With(string code, IReadOnlyList<double?> values)
    {
        var column = new ScoreColumn(code, values);
        return new ScoreTable(Units, Has(code) ? [.. Columns.Select(each => each.Code == code ? column : each)] : [.. Columns, column], Groups);
    }

    /// <summary>The table without a column.</summary>
    public ScoreTable Without(string code) => new(Units, [.. Columns.Where(column => column.Code != code)], Groups);

    /// <summary>Some of the rows, in the order given.</summary>
    public ScoreTable Rows(IReadOnlyList<int> rows) => new(
        [.. rows.Select(row => Units[row])],
        [.. Columns.Select(column => new ScoreColumn(column.Code, [.. rows.Select(row => column.Values[row])]))],
        [.. rows.Select(row => Groups[row])]);

    /// <summary>The rows of each group, the groups in the order in which they first occur.</summary>
    public IEnumerable<int[]> RowsOfGroups() =>
        Enumerable.Range(0, Units.Count).GroupBy(row => Groups[row], StringComparer.Ordinal).Select(group => group.ToArray());
}
