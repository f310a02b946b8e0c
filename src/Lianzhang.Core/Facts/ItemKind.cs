namespace Lianzhang.Core.Facts;

/// <summary>How the values of an item behave over time.</summary>
public enum ItemKind
{
    /// <summary>Adds up over months: output, investment. A longer period holds the sum of its months.</summary>
    Flow,

    /// <summary>Stands at a date: installed capacity, number of enterprises. A period holds what stood at its end.</summary>
    Stock,

    /// <summary>Belongs to its own period only: growth rates, shares.</summary>
    Rate,
}
