using Lianzhang.Core.Programmes.Yaml;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>A specification that was read, and where its records stand in the file.</summary>
public sealed record ScoreSpecFile(ScoreSpec Spec, PlaceOf PlaceOf);

/// <summary>Reads how units are scored from YAML, as the files of programmes are read.</summary>
public static class ReadScoreSpec
{
    /// <summary>The specification, or every fault with its line; what only the data can show is found when it runs.</summary>
    public static Outcome<ScoreSpecFile> Read(SourceFile file)
    {
        var (tree, unreadable) = ParseYaml.Read(file.Path, file.Text);
        var faults = unreadable.ToList();
        if (tree is null)
            return Outcome<ScoreSpecFile>.Failed(faults.Count > 0 ? faults : [new Fault(new Location(file.Path), ("文件为空", "file is empty"))]);
        var sources = new SourceMap();
        // What is asked beside the file, such as other uncertainties, has no line in it.
        Location PlaceOf(object record, string key) => sources.Find(record, key)?.At ?? new Location(file.Path);
        var spec = new BindYaml(sources, faults).Bind<ScoreSpec>(tree);
        if (spec is not null)
            faults.AddRange(CheckScoreSpec.Check(spec, PlaceOf).Faults);
        return spec is null || faults.Count > 0
            ? Outcome<ScoreSpecFile>.Failed([.. faults.OrderBy(fault => fault.At.Line).ThenBy(fault => fault.At.Column)])
            : Outcome<ScoreSpecFile>.Of(new ScoreSpecFile(spec, PlaceOf));
    }
}
