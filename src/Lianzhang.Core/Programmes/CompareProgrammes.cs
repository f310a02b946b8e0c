using System.Collections;
using System.Globalization;
using Lianzhang.Core.Programmes.Yaml;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>What became of an entry between two versions.</summary>
public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>A key whose value differs; null where it was or is left out.</summary>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>An entry that differs between two versions: in which list, under which key, and how.</summary>
public sealed record ProgrammeChange(string List, string Key, ChangeKind Kind, IReadOnlyList<FieldChange> Fields);

/// <summary>Compares two versions of a programme entry by entry.</summary>
public static class CompareProgrammes
{
    public static IReadOnlyList<ProgrammeChange> Compare(Programme before, Programme after) =>
    [
        .. Entries("programme", [before.Head], [after.Head], _ => string.Empty),
        .. Entries("regions", before.Regions, after.Regions, region => region.Code),
        .. Entries("places", before.Places, after.Places, place => place.Code),
        .. Entries("industries", before.Industries, after.Industries, industry => industry.Code),
        .. Entries("items", before.Items, after.Items, item => item.Code),
        .. Entries("indicators", before.Indicators, after.Indicators, indicator => indicator.Code),
        .. Entries("targets", before.Targets, after.Targets, target => $"{target.Indicator} {target.Year}{(target.Region is null ? string.Empty : " ")}{target.Region}"),
        .. Entries("measures", before.Measures, after.Measures, measure => measure.Code),
        .. Entries("titles", before.Titles, after.Titles, title => title.Code),
        .. Entries("supervision", before.Supervision.Rules, after.Supervision.Rules, rule => rule.Code),
        .. Entries("lights", [before.Lights.Set], [after.Lights.Set], _ => string.Empty),
    ];

    /// <summary>The entries of a list that differ, by what names them.</summary>
    internal static IEnumerable<ProgrammeChange> Entries<T>(string list, IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key)
        where T : class
    {
        var old = before.ToDictionary(key);
        var current = after.ToDictionary(key);
        foreach (var entry in after.Where(entry => !old.ContainsKey(key(entry))))
            yield return new ProgrammeChange(list, key(entry), ChangeKind.Added, Fields(null, entry));
        foreach (var entry in before.Where(entry => !current.ContainsKey(key(entry))))
            yield return new ProgrammeChange(list, key(entry), ChangeKind.Removed, Fields(entry, null));
        foreach (var entry in after.Where(entry => old.ContainsKey(key(entry))))
        {
            if (Fields(old[key(entry)], entry) is { Count: > 0 } fields)
                yield return new ProgrammeChange(list, key(entry), ChangeKind.Changed, fields);
        }
    }

    /// <summary>The keys in which two states of one entry differ; null where it was not yet there or is no more.</summary>
    public static IReadOnlyList<FieldChange> Fields<T>(T? before, T? after)
        where T : class
    {
        var changes = new List<FieldChange>();
        var type = (after ?? before)?.GetType() ?? typeof(T);
        foreach (var field in ((RecordShape)Shape.Of(type)).Fields)
        {
            var property = type.GetProperties().Single(property => Shape.Key(property.Name) == field.Key);
            var old = before is null ? null : Told(property.GetValue(before));
            var current = after is null ? null : Told(property.GetValue(after));
            if (old != current)
                changes.Add(new FieldChange(field.Key, old, current));
        }

        return changes;
    }

    // A value as the file would write it, on one line.
    private static string? Told(object? value) => value switch
    {
        null => null,
        string text => text,
        Text text => text.En is null ? text.Zh : $"{text.Zh} / {text.En}",
        Enum choice => Shape.Key(choice.ToString()),
        DateOnly date => date.ToString("yyyy-MM-dd"),
        decimal number => Quantity.Number(number),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool or int or Period or Unit => value.ToString(),
        IEnumerable list => string.Join(", ", list.Cast<object>().Select(Told)),
        _ => string.Join(", ", value.GetType().GetProperties()
            .Where(property => property.GetIndexParameters().Length == 0 && property.CanWrite)
            .Select(property => (property.Name, Value: Told(property.GetValue(value))))
            .Where(pair => pair.Value is not null)
            .Select(pair => $"{Shape.Key(pair.Name)}: {pair.Value}")),
    };
}
