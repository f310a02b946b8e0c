using Lianzhang.Core.Judgement;
using Lianzhang.Core.Programmes.Checks;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>A programme that was read: the programme unless there are faults, with all faults and warnings in the order of the files.</summary>
public sealed record ProgrammeReading(Programme? Programme, IReadOnlyList<Fault> Faults, IReadOnlyList<Fault> Warnings);

/// <summary>Reads a programme from its files and checks it as a whole.</summary>
public static class ReadProgramme
{
    /// <param name="folder">The folder's name as faults should show it.</param>
    /// <param name="files">The files of the folder; those that a programme does not know are ignored.</param>
    public static ProgrammeReading Read(string folder, IReadOnlyList<SourceFile> files) => Read(new Draft(folder, files, isPublished: false));

    /// <summary>The same of files that were published: what is asked of programmes since then is asked of the next version.</summary>
    public static ProgrammeReading ReadPublished(string folder, IReadOnlyList<SourceFile> files) => Read(new Draft(folder, files, isPublished: true));

    private static ProgrammeReading Read(Draft draft)
    {
        new CheckCodes(draft).Check();
        CheckNames.Check(draft);
        CheckItems.Check(draft);
        CheckTrees.Check(draft);
        CheckTargets.Check(draft);
        CheckAlignment.Check(draft);
        CheckRules.Check(draft);
        CheckSupervision.Check(draft);
        CheckMeasures.Check(draft);
        var formulas = new CheckFormulas(draft).Check();
        var conditions = CheckTitles.Check(draft);
        var asked = CheckForms.Check(draft);
        var checks = CheckFormRules.Check(draft);
        CheckAppeals.Check(draft);
        CheckInspections.Check(draft);
        new CheckAssessment(draft).Check();

        var faults = Ordered(draft.Faults);
        var programme = faults.Count > 0 ? null : new Programme(draft.Head!, draft.Regions!, draft.Industries!.Industries, draft.Items!, draft.Indicators!.Indicators)
        {
            Targets = draft.Targets!.Targets,
            Measures = draft.Measures!.Measures,
            Lights = LightsOf(draft.Lights!, draft.Lights!.Use),
            MeasureLights = [.. (draft.Lights.Measures is { Count: > 0 } sets ? sets : [draft.Lights.Use]).Select(set => LightsOf(draft.Lights, set))],
            Calendar = new WorkingCalendar(draft.Calendar!.Years),
            Formulas = formulas,
            Titles = draft.Titles!.Titles,
            TitleConditions = conditions,
            Forms = draft.Forms!.Forms,
            FormConditions = asked,
            FormChecks = checks,
            Supervision = draft.Supervision!,
            Appeals = draft.Appeals!,
            Inspections = draft.Inspections!,
            Assessment = draft.Assessment!,
            AssessmentSource = draft.Source(FileNames.Assessment),
        };
        return new ProgrammeReading(programme, faults, Ordered(draft.Warnings));
    }

    private static List<Fault> Ordered(IEnumerable<Fault> faults) =>
        [.. faults.OrderBy(fault => fault.At.File, StringComparer.Ordinal).ThenBy(fault => fault.At.Line).ThenBy(fault => fault.At.Column)];

    private static LightRules LightsOf(LightsFile file, string code) => new(
        file.RuleSets.First(set => set.Code == code),
        [.. (file.Words ?? []).Select(word => new Light(word.Status, word.Colour, word.Word))]);
}
