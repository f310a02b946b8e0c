using Lianzhang.Core.Programmes.Yaml;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>
/// A programme while it is being checked: the files that could be read, the codes that they declare, and the faults so far.
/// Codes count as declared even where their entry is faulty, and where a file cannot be read at all every code passes, so that
/// one mistake is told once.
/// </summary>
internal sealed class Draft
{
    private readonly IReadOnlyList<SourceFile> files;
    private readonly string folder;
    private readonly Dictionary<string, YamlTree?> trees = new(StringComparer.Ordinal);

    public Draft(string folder, IReadOnlyList<SourceFile> files, bool isPublished)
    {
        IsPublished = isPublished;
        this.folder = folder;
        this.files = files;
        Head = Read<ProgrammeHead>(FileNames.Programme);
        Regions = Read<RegionsFile>(FileNames.Regions);
        Industries = Read<IndustriesFile>(FileNames.Industries);
        Items = Read<ItemsFile>(FileNames.Items);
        Indicators = Read<IndicatorsFile>(FileNames.Indicators);
        Targets = Read<TargetsFile>(FileNames.Targets);
        Measures = Read<MeasuresFile>(FileNames.Measures);
        Lights = Read<LightsFile>(FileNames.Lights);
        Calendar = Read<CalendarFile>(FileNames.Calendar);
        Titles = files.Any(file => file.Name == FileNames.Titles) ? Read<TitlesFile>(FileNames.Titles) : new TitlesFile([]);
        Forms = files.Any(file => file.Name == FileNames.Forms) ? Read<FormsFile>(FileNames.Forms) : new FormsFile([]);
        Supervision = files.Any(file => file.Name == FileNames.Supervision) ? Read<SupervisionFile>(FileNames.Supervision) : SupervisionFile.None;
        Appeals = files.Any(file => file.Name == FileNames.Appeals) ? Read<AppealsFile>(FileNames.Appeals) : AppealsFile.None;
        Inspections = files.Any(file => file.Name == FileNames.Inspections) ? Read<InspectionsFile>(FileNames.Inspections) : InspectionsFile.None;
        Assessment = files.Any(file => file.Name == FileNames.Assessment) ? Read<AssessmentFile>(FileNames.Assessment) : AssessmentFile.None;
    }

    /// <summary>Whether it was checked and published before. What it was not asked then is not held against it.</summary>
    public bool IsPublished { get; }

    public SourceMap Sources { get; } = new();

    public List<Fault> Faults { get; } = [];

    public List<Fault> Warnings { get; } = [];

    public ProgrammeHead? Head { get; }

    public RegionsFile? Regions { get; }

    public IndustriesFile? Industries { get; }

    public ItemsFile? Items { get; }

    public IndicatorsFile? Indicators { get; }

    public TargetsFile? Targets { get; }

    public MeasuresFile? Measures { get; }

    public LightsFile? Lights { get; }

    public CalendarFile? Calendar { get; }

    /// <summary>Without titles where the programme leaves the file out.</summary>
    public TitlesFile? Titles { get; }

    /// <summary>Without forms where the programme leaves the file out.</summary>
    public FormsFile? Forms { get; }

    /// <summary>Without rules where the programme leaves the file out.</summary>
    public SupervisionFile? Supervision { get; }
    /// <summary>Without kinds of appeals where the programme leaves the file out.</summary>
    public AppealsFile? Appeals { get; }

    /// <summary>Without themes of inspections where the programme leaves the file out.</summary>
    public InspectionsFile? Inspections { get; }

    /// <summary>Without plans where the programme leaves the file out.</summary>
    public AssessmentFile? Assessment { get; }

    /// <summary>A file as it was written; null where the programme leaves it out.</summary>
    public SourceFile? Source(string name) => files.FirstOrDefault(file => file.Name == name);

    public void Fault(object record, string key, Text message) => Faults.Add(new Fault(Sources.At(record, key), message));

    public void Warn(object record, string key, Text message) => Warnings.Add(new Fault(Sources.At(record, key), message));

    /// <summary>The codes that a list of a file declares.</summary>
    public CodeSet Codes(string file, string list, Text noun)
    {
        if (!trees.TryGetValue(file, out var tree) || tree is not YamlMap map)
            return new CodeSet(noun, [], Complete: false);
        var entries = map.Get(list) is YamlList { Items: var items } ? items : [];
        return new CodeSet(noun, [.. entries.OfType<YamlMap>().Select(entry => entry.Get("code")).OfType<YamlText>()], Complete: true);
    }

    private T? Read<T>(string name)
        where T : class
    {
        if (files.FirstOrDefault(file => file.Name == name) is not { } file)
        {
            Faults.Add(new Fault(new Location(folder.Length == 0 ? name : $"{folder}/{name}"), ("缺少文件", "file is missing")));
            return null;
        }

        var (tree, faults) = ParseYaml.Read(file.Path, file.Text);
        Faults.AddRange(faults);
        trees[name] = tree;
        if (tree is null)
        {
            if (faults.Count == 0)
                Faults.Add(new Fault(new Location(file.Path), ("文件为空", "file is empty")));
            return null;
        }

        return new BindYaml(Sources, Faults).BindFile<T>(tree);
    }
}

/// <summary>The codes that some list declares, with what they are codes of.</summary>
internal sealed record CodeSet(Text Noun, IReadOnlyList<YamlText> Declared, bool Complete)
{
    private readonly HashSet<string> codes = [.. Declared.Select(code => code.Text)];

    public bool Knows(string code) => !Complete || codes.Contains(code);

    public IEnumerable<string> Codes => codes;

    public CodeSet With(CodeSet other) => new(Noun, [.. Declared, .. other.Declared], Complete && other.Complete);
}

/// <summary>The files of a programme.</summary>
internal static class FileNames
{
    public const string Programme = "programme.yaml";
    public const string Regions = "regions.yaml";
    public const string Industries = "industries.yaml";
    public const string Items = "items.yaml";
    public const string Indicators = "indicators.yaml";
    public const string Targets = "targets.yaml";
    public const string Measures = "measures.yaml";
    public const string Lights = "lights.yaml";
    public const string Calendar = "calendar.yaml";
    public const string Titles = "titles.yaml";
    public const string Forms = "forms.yaml";
    public const string Supervision = "supervision.yaml";
    public const string Appeals = "appeals.yaml";
    public const string Inspections = "inspections.yaml";
    public const string Assessment = "assessment.yaml";

    /// <summary>Each file with the record whose shape it has.</summary>
    public static IReadOnlyDictionary<string, Type> Shapes { get; } = new Dictionary<string, Type>
    {
        [Programme] = typeof(ProgrammeHead),
        [Regions] = typeof(RegionsFile),
        [Industries] = typeof(IndustriesFile),
        [Items] = typeof(ItemsFile),
        [Indicators] = typeof(IndicatorsFile),
        [Targets] = typeof(TargetsFile),
        [Measures] = typeof(MeasuresFile),
        [Lights] = typeof(LightsFile),
        [Calendar] = typeof(CalendarFile),
        [Titles] = typeof(TitlesFile),
        [Forms] = typeof(FormsFile),
        [Supervision] = typeof(SupervisionFile),
        [Appeals] = typeof(AppealsFile),
        [Inspections] = typeof(InspectionsFile),
        [Assessment] = typeof(AssessmentFile),
    };
}
