using Lianzhang.Core.Facts;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Registers;

/// <summary>A row with its cells as codes; only what was filled in.</summary>
internal sealed record ReadRow(IReadOnlyDictionary<string, string> Single, IReadOnlyList<(string Attribute, string Value)> Several, DateOnly From);

/// <summary>Turns the cells of a row into codes, by code or by name, and says what cannot be understood.</summary>
internal sealed class ReadEnterpriseRow
{
    private static readonly char[] Separators = ['、', ',', '，', ';', '；', '/'];

    private readonly CheckAttributes check;
    private readonly Dictionary<string, string> regions;
    private readonly Dictionary<string, string> industries;
    private readonly Dictionary<string, string> parks;
    private readonly DateOnly usual;

    public ReadEnterpriseRow(UnitWords words, DateOnly usual, DateOnly today)
    {
        check = new CheckAttributes(words, today);
        this.usual = usual;
        var programme = words.Programme;
        // What is there goes by a name before what has ended, and what goes by it now before what once did.
        regions = ByName(
        [
            .. programme.Regions.Select(region => (region.Code, region.Code)),
            .. programme.Regions.OrderBy(region => region.To is not null).Select(region => (region.Name.Zh, region.Code)),
            .. programme.Regions.SelectMany(region => (region.Formerly ?? []).Select(former => (former.Name, region.Code))),
        ]);
        industries = ByName([.. programme.Industries.Select(industry => (industry.Code, industry.Code)), .. programme.Industries.Select(industry => (industry.Name.Zh, industry.Code))]);
        parks = ByName([.. CheckAttributes.Parks(programme).SelectMany(code => new[] { (code, code), (words.Value(UnitAttributes.Park, code).Zh, code) })]);
    }

    public (ReadRow? Row, Text? Fault) Read(EnterpriseSheetRow row)
    {
        if (!ReadSheet.TryDay(row.From, out var given))
            return (null, ($"生效日期 {row.From} 不是日期，应如 2026-01-01", $"{row.From} is no day; write 2026-01-01"));
        var from = given ?? usual;
        if (check.Day(from) is { } late)
            return (null, late);
        var single = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (attribute, written, code) in Cells(row))
        {
            if (written.Length == 0)
                continue;
            if (check.Fault(attribute, code ?? written, from) is { } fault)
                return (null, fault);
            single[attribute] = code ?? written;
        }

        var several = Several(row).ToList();
        foreach (var (attribute, value) in several)
        {
            if (check.Fault(attribute, value, from) is { } fault)
                return (null, fault);
        }

        return (new ReadRow(single, several, from), null);
    }

    private IEnumerable<(string Attribute, string Written, string? Code)> Cells(EnterpriseSheetRow row) =>
    [
        (UnitAttributes.Name, row.Name, null),
        (UnitAttributes.Region, row.Region, regions.GetValueOrDefault(row.Region)),
        (UnitAttributes.Gb, row.Gb, null),
        (UnitAttributes.Industry, row.Industry, industries.GetValueOrDefault(row.Industry)),
        (UnitAttributes.Sei, row.Sei, EnterpriseWords.Shares.Code(row.Sei)),
        (UnitAttributes.Size, row.Size, EnterpriseWords.Sizes.Code(row.Size)),
        (UnitAttributes.Status, row.Status, EnterpriseWords.Statuses.Code(row.Status)),
    ];

    private IEnumerable<(string Attribute, string Value)> Several(EnterpriseSheetRow row) =>
    [
        .. row.Kinds.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(kind => (UnitAttributes.Kind, EnterpriseWords.Kinds.Code(kind) ?? kind)),
        .. row.Park.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(park => (UnitAttributes.Park, parks.GetValueOrDefault(park) ?? park)),
    ];

    private static Dictionary<string, string> ByName(IEnumerable<(string Name, string Code)> names)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, code) in names)
            found.TryAdd(name, code);
        return found;
    }
}
