using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Identity;

/// <summary>What an import of people would do with a row.</summary>
public enum PeopleOutcome
{
    /// <summary>The account is made, or the role given.</summary>
    Added,

    /// <summary>It is there already.</summary>
    Same,

    /// <summary>It cannot be done, for the reason given.</summary>
    Rejected,
}

/// <summary>The words for what becomes of a row.</summary>
public static class PeopleOutcomeWords
{
    public static Text Of(PeopleOutcome outcome) => outcome switch
    {
        PeopleOutcome.Added => ("新增", "new"),
        PeopleOutcome.Same => ("已有", "there already"),
        PeopleOutcome.Rejected => ("未采用", "rejected"),
    };
}

/// <summary>One row and what would become of it.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="UserName">The account.</param>
/// <param name="What">The person's name, or the role and where it is held.</param>
/// <param name="Remark">Why it is not done, or what else there is to say.</param>
public sealed record PeopleOutcomeRow(int Line, PeopleOutcome Outcome, string UserName, Text What, Text? Remark = null);

/// <summary>What an import would do, row by row.</summary>
public sealed record PeoplePreview(string FileName, IReadOnlyList<PeopleOutcomeRow> Rows)
{
    public int Count(PeopleOutcome outcome) => Rows.Count(row => row.Outcome == outcome);
}

/// <summary>Why a sheet of people is not taken at all.</summary>
internal static class PeopleProblems
{
    public static Problem Unreadable(IReadOnlyList<Fault> faults) => Problem.Invalid(("文件无法读取，没有导入任何数据。", "The file cannot be read; nothing was imported."), faults);
}
