using System.Collections;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>
/// Makes a request of any kind about one report: wherever it could name the report, its unit, a cell or what stands in it, it does,
/// so that a use case that would change the report is given all that it needs to.
/// </summary>
internal sealed class EveryRequest(Guid report, string unit)
{
    public const string Planted = "987654";
    private const string Cell = "03.month";

    public object Of(Type type) => Make(type, null)!;

    private object? Make(Type type, string? name)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Make(inner, name);
        if (type == typeof(Guid))
            return report;
        if (type == typeof(string))
            return Words(name);
        if (type == typeof(bool))
            return true;
        if (type == typeof(Period))
            return Rounds.June;
        if (type == typeof(DateOnly))
            return new DateOnly(2026, 12, 1);
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 6, 29, 0, 0, 0, TimeSpan.Zero);
        if (type == typeof(CellEntry))
            return new CellEntry(Planted);
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(0);
        if (type.IsPrimitive || type == typeof(decimal))
            return Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture);
        return Elements(type) ?? Whole(type);
    }

    private string Words(string? name) => name?.ToUpperInvariant() switch
    {
        "CELL" or "KEY" => Cell,
        "REASON" => "请核实",
        "FORM" => "firm_month",
        "TYPED" or "VALUE" or "AMOUNT" or "CONTENT" or "DRAFT" or "NAME" => Planted,
        _ => unit,
    };

    private object? Elements(Type type)
    {
        var kinds = type.IsInterface ? type.GetInterfaces().Append(type) : type.GetInterfaces();
        if (kinds.FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)) is { } map)
        {
            var made = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(map.GetGenericArguments()))!;
            made.Add(map.GetGenericArguments()[0] == typeof(string) ? Cell : Make(map.GetGenericArguments()[0], null)!, Make(map.GetGenericArguments()[1], "reason"));
            return made;
        }

        if (kinds.FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>)) is not { } many)
            return null;
        var list = Array.CreateInstance(many.GetGenericArguments()[0], 1);
        list.SetValue(Make(many.GetGenericArguments()[0], null), 0);
        return list;
    }

    // By its widest constructor, as records have it.
    private object? Whole(Type type)
    {
        if (type == typeof(Stream))
            return new MemoryStream([1]);
        var constructor = type.GetConstructors().Where(one => one.GetParameters() is not [{ ParameterType: var only }] || only != type).MaxBy(one => one.GetParameters().Length);
        return type.IsValueType && constructor is null ? Activator.CreateInstance(type) : constructor?.Invoke([.. constructor.GetParameters().Select(parameter => Make(parameter.ParameterType, parameter.Name))]);
    }
}
