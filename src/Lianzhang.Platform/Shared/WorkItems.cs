using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Shared;

/// <summary>Where something stands on the workbench.</summary>
public enum WorkColumn
{
    /// <summary>For the reader to do.</summary>
    ToDo,

    /// <summary>With others, who owe the reader something.</summary>
    Waiting,

    /// <summary>Nothing to do: it has changed.</summary>
    Recent,
}

/// <summary>A line of the workbench, with the page where it is dealt with.</summary>
/// <param name="Column">Where it stands.</param>
/// <param name="Title">What it is.</param>
/// <param name="Href">Where it is dealt with.</param>
/// <param name="At">When it came about.</param>
/// <param name="Due">By which day it is to be done.</param>
public sealed record WorkItem(WorkColumn Column, Text Title, string Href, DateTimeOffset? At = null, DateOnly? Due = null);

/// <summary>
/// What one module has for the reader's workbench. A use case with this result needs no more than to be registered: the
/// workbench asks every one of them, each under its own right.
/// </summary>
public sealed record WorkItems(IReadOnlyList<WorkItem> Items)
{
    /// <summary>How long something counts as recent.</summary>
    internal static readonly TimeSpan Recent = TimeSpan.FromDays(30);

    /// <summary>How many lines one module may fill in a column.</summary>
    internal const int Most = 5;
}
