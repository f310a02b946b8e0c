using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>Which months a number is of.</summary>
public enum AskedPeriod
{
    /// <summary>The period of the form; a stock at its end.</summary>
    Period,

    /// <summary>January to the end of the period.</summary>
    YearToDate,
}

/// <summary>What is written into a cell.</summary>
public enum CellKind
{
    Number,
    Text,
    Choice,
}

/// <summary>A column of a table.</summary>
public sealed record FormColumn(
    [property: Description("Code of the column, once in its section.")] string Code,
    [property: Description("The heading, from top to bottom; the same word above neighbouring columns is one merged cell.")] IReadOnlyList<string> Heading,
    [property: Description("Which months its numbers are of: period or year_to_date.")] AskedPeriod Asks = AskedPeriod.Period,
    [property: Description("In a table of repeated rows: number, text or choice.")] CellKind Kind = CellKind.Number,
    [property: Description("In a table of repeated rows: the unit of its numbers.")] Unit? Unit = null,
    [property: Description("In a table of repeated rows: the words to choose from.")] IReadOnlyList<string>? Options = null,
    [property: Description("In a table of repeated rows: code of the item that the sum of the column is reported as.")] string? Total = null,
    [property: Description("Whether it must be filled in.")] bool Required = true);

/// <summary>The item that one column of a row asks for.</summary>
public sealed record RowCell(
    [property: Description("Code of the column.")] string Column,
    [property: Description("Code of the item.")] string Item);

/// <summary>A row of a table; a row that asks nothing is a heading.</summary>
public sealed record FormRow(
    [property: Description("Number of the row as it is printed, once in the form.")] string Code,
    Text Name,
    [property: Description("Code of the item that every column asks for.")] string? Item = null,
    [property: Description("Items by column, where they differ; columns that are not named are greyed.")] IReadOnlyList<RowCell>? Cells = null,
    [property: Description("Columns that are greyed.")] IReadOnlyList<string>? Grey = null,
    [property: Description("What is written in: number, text or choice; text and choice stand in the first column.")] CellKind Kind = CellKind.Number,
    [property: Description("The words to choose from.")] IReadOnlyList<string>? Options = null,
    [property: Description("How far it is indented: 1 for a part of the row above.")] int Level = 0,
    [property: Description("Whether it must be filled in.")] bool Required = true,
    [property: Description("What counts and what does not.")] string? Note = null);

/// <summary>A table of rows that the unit adds itself, such as products or R&amp;D projects.</summary>
public sealed record FormRepeat(
    [property: Description("How many rows at most.")] int Most,
    [property: Description("How many rows at least.")] int Least = 0);

/// <summary>A part of a form: a table with fixed rows, or with rows that the unit adds.</summary>
public sealed record FormSection(
    [property: Description("Code of the section, once in the form.")] string Code,
    Text Name,
    [property: Description("The columns.")] IReadOnlyList<FormColumn> Columns,
    [property: Description("The rows, where they are fixed.")] IReadOnlyList<FormRow>? Rows = null,
    [property: Description("How many rows the unit may add, where they are not fixed.")] FormRepeat? Repeat = null,
    [property: Description("A note below the table.")] string? Note = null);
