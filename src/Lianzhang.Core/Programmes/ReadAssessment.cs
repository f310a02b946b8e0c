using Lianzhang.Core.Programmes.Yaml;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>Plans that were read, and where their records stand in the file.</summary>
public sealed record AssessmentRules(AssessmentFile File, PlaceOf PlaceOf);

/// <summary>Reads the plans of assessments alone, as a sealed result carries them.</summary>
public static class ReadAssessment
{
    /// <summary>The plans, or what of the text cannot be read. Codes of the programme are not checked: it need not be there.</summary>
    public static Outcome<AssessmentRules> Read(SourceFile file)
    {
        var (tree, unreadable) = ParseYaml.Read(file.Path, file.Text);
        var faults = unreadable.ToList();
        if (tree is null)
            return Outcome<AssessmentRules>.Failed(faults.Count > 0 ? faults : [new Fault(new Location(file.Path), ("文件为空", "file is empty"))]);
        var sources = new SourceMap();
        var read = new BindYaml(sources, faults).BindFile<AssessmentFile>(tree);
        return read is null || faults.Count > 0 ? Outcome<AssessmentRules>.Failed(faults) : Outcome<AssessmentRules>.Of(new AssessmentRules(read, sources.At));
    }
}
