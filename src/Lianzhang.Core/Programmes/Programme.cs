using System.ComponentModel;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>The years that a programme sets targets for.</summary>
public sealed record YearRange(
    [property: Description("First year that has a target.")] int First,
    [property: Description("Last year that has a target.")] int Last)
{
    public bool Contains(int year) => year >= First && year <= Last;
}

/// <summary>Something that the programme rests on or cites.</summary>
public sealed record Document(
    [property: Description("Code by which targets and measures cite it.")] string Code,
    [property: Description("Title of the document.")] Text Title,
    [property: Description("Who issued it.")] string Issuer,
    [property: Description("Where it can be read.")] string? Url = null,
    [property: Description("What is not known of it, or how it was used.")] string? Note = null);

/// <summary>Where in a document something is said.</summary>
public sealed record Cite(
    [property: Description("Code of the document.")] string Document,
    [property: Description("Heading under which it is said.")] string Section);

/// <summary>A direction or principle of the programme: said, not counted.</summary>
public sealed record Tenet(
    string Code,
    Text Name,
    [property: Description("What it comprises.")] IReadOnlyList<string>? Points = null);

/// <summary>A department or other body that owns indicators, items or measures.</summary>
public sealed record Organisation(
    string Code,
    Text Name,
    [property: Description("Where it stands for the governments of all regions of a kind, that kind; zones stand beside counties.")] RegionKind? Each = null);

/// <summary>The head of a programme: who set it, for which years, on what ground.</summary>
public sealed record ProgrammeHead(
    [property: Description("Code of the programme.")] string Code,
    [property: Description("Name of the programme.")] Text Name,
    [property: Description("Code of the region whose government published it.")] string Region,
    [property: Description("The years that it sets targets for.")] YearRange Years,
    [property: Description("The documents that it rests on.")] IReadOnlyList<Document> Documents,
    [property: Description("The bodies that own its indicators, items and measures.")] IReadOnlyList<Organisation> Organisations,
    [property: Description("Directions without a number.")] IReadOnlyList<Tenet>? Directions = null,
    [property: Description("Principles of the work.")] IReadOnlyList<Tenet>? Principles = null);

/// <summary>A published plan of one government, read from its files and checked.</summary>
public sealed class Programme
{
    internal Programme(ProgrammeHead head, RegionsFile regions, IReadOnlyList<Industry> industries, ItemsFile items, IReadOnlyList<Indicator> indicators)
    {
        Head = head;
        Regions = regions.Regions;
        Places = regions.Places ?? [];
        Industries = industries;
        Items = items.Items;
        Indicators = indicators;
        Catalogue = BuildCatalogue.Of(regions, industries, items, indicators);
        itemsByCode = Items.ToDictionary(item => item.Code);
        indicatorsByCode = Indicators.ToDictionary(indicator => indicator.Code);
        names = new(() => NamesOf(items.Attributes ?? []));
        organisations = head.Organisations.ToDictionary(organisation => organisation.Code);
        places = Regions.Select(region => (region.Code, region.Name)).Concat(Places.Select(place => (place.Code, place.Name))).ToDictionary();
    }

    private readonly Lazy<Dictionary<string, Text>> names;
    private readonly Dictionary<string, Item> itemsByCode;
    private readonly Dictionary<string, Indicator> indicatorsByCode;
    private readonly Dictionary<string, Organisation> organisations;
    private readonly Dictionary<string, Text> places;

    public ProgrammeHead Head { get; }

    public IReadOnlyList<Region> Regions { get; }

    /// <summary>Parks and other places for which figures are published and which carry no targets.</summary>
    public IReadOnlyList<Place> Places { get; }

    public IReadOnlyList<Industry> Industries { get; }

    public IReadOnlyList<Item> Items { get; }

    public IReadOnlyList<Indicator> Indicators { get; }

    public required IReadOnlyList<Target> Targets { get; init; }

    public required IReadOnlyList<Measure> Measures { get; init; }

    public required LightRules Lights { get; init; }

    /// <summary>The rules by which measures are judged; of their lights the worst counts.</summary>
    public required IReadOnlyList<LightRules> MeasureLights { get; init; }

    public required WorkingCalendar Calendar { get; init; }

    /// <summary>The parsed formula of each indicator that has one.</summary>
    public required IReadOnlyDictionary<string, Formula> Formulas { get; init; }

    /// <summary>The titles that enterprises are raised to; none where the programme leaves the file out.</summary>
    public required IReadOnlyList<TitleDefinition> Titles { get; init; }

    /// <summary>The checked rules of each title.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<UnitCondition>> TitleConditions { get; init; }

    /// <summary>The forms by which units report; none where the programme leaves the file out.</summary>
    public required IReadOnlyList<FormDefinition> Forms { get; init; }

    /// <summary>The checked rules of whom each form is for.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<UnitCondition>> FormConditions { get; init; }

    /// <summary>The checks of each form, read.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<ReadCheck>> FormChecks { get; init; }

    /// <summary>By which rules orders are opened and closed; none where the programme leaves the file out.</summary>
    public required SupervisionFile Supervision { get; init; }

    /// <summary>What appeals may be about and their clocks; no kinds where the programme leaves the file out.</summary>
    public required AppealsFile Appeals { get; init; }

    /// <summary>The themes of inspections with their checklists; none where the programme leaves the file out.</summary>
    public required InspectionsFile Inspections { get; init; }

    /// <summary>The plans of assessments; none where the programme leaves the file out.</summary>
    public required AssessmentFile Assessment { get; init; }

    /// <summary>The same as it was written, for sealed results; null where the programme leaves the file out.</summary>
    public required SourceFile? AssessmentSource { get; init; }

    public Catalogue Catalogue { get; }

    /// <summary>The item, or null: a figure may have been recorded under an earlier version of the programme.</summary>
    public Item? FindItem(string code) => itemsByCode.GetValueOrDefault(code);

    public Text ItemName(string code) => FindItem(code)?.Name ?? new Text(code);

    public Indicator IndicatorOf(string code) => indicatorsByCode[code];

    /// <summary>The indicator, or null: another version of the programme may have had it.</summary>
    public Indicator? FindIndicator(string code) => indicatorsByCode.GetValueOrDefault(code);

    /// <summary>The measure, or null: another version of the programme may have had it.</summary>
    public Measure? FindMeasure(string code) => Measures.FirstOrDefault(measure => measure.Code == code);

    public Organisation OrganisationOf(string code) => organisations[code];

    public Text OrganisationName(string code) => organisations[code].Name;

    /// <summary>The name of a region, park or other place.</summary>
    public Text PlaceName(string code) => places.TryGetValue(code, out var name) ? name : new Text(code);

    /// <summary>The name of whatever a formula may name: items, indicators, places, industries, attributes, their groups and values.</summary>
    public Text NameOfCode(string code) => names.Value.TryGetValue(code, out var name) ? name : new Text(code);

    /// <summary>The title, or null: it may have been granted under an earlier version of the programme.</summary>
    public TitleDefinition? FindTitle(string code) => Titles.FirstOrDefault(title => title.Code == code);

    /// <summary>The form, or null: another version of the programme may have had it.</summary>
    public FormDefinition? FindForm(string code) => Forms.FirstOrDefault(form => form.Code == code);

    public Text TitleName(string code) => FindTitle(code)?.Name ?? NameOfCode(code);

    public bool IsRegion(string code) => Regions.Any(region => region.Code == code);

    /// <summary>The region of a target: the programme's own unless it names another.</summary>
    public string RegionOf(Target target) => target.Region ?? Head.Region;

    public string? IndustryOf(Target target) => target.Industry ?? IndicatorOf(target.Indicator).Industry;

    private Dictionary<string, Text> NamesOf(IReadOnlyList<UnitAttribute> attributes)
    {
        var all = new Dictionary<string, Text>(StringComparer.Ordinal)
        {
            [BuildCatalogue.RegionAttribute] = ("地区", "region"),
            [BuildCatalogue.IndustryAttribute] = ("产业", "industry"),
        };
        // The first to claim a code keeps it: items are named most often.
        foreach (var (code, name) in Items.Select(item => (item.Code, item.Name))
            .Concat(Indicators.Select(indicator => (indicator.Code, indicator.Name)))
            .Concat(places.Select(place => (place.Key, place.Value)))
            .Concat(Industries.Select(industry => (industry.Code, industry.Name)))
            .Concat(attributes.SelectMany(attribute => (attribute.Values ?? []).Select(value => (value.Code, value.Name)).Prepend((attribute.Code, attribute.Name)))))
            all.TryAdd(code, name);
        foreach (var attribute in attributes.Where(attribute => attribute.Group is not null))
            all.TryAdd(attribute.Group!, attribute.Name);
        return all;
    }
}
