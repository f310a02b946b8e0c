namespace Lianzhang.Architecture.Tests.Rules;

/// <summary>
/// The order of projects, and of modules inside a project. References only point to what stands before. Those in one group
/// stand beside each other and do not see each other.
/// </summary>
internal static class Order
{
    /// <summary>The projects under src with those that each may reference.</summary>
    public static IReadOnlyDictionary<string, string[]> Projects { get; } = new Dictionary<string, string[]>
    {
        ["Lianzhang.Core"] = [],
        ["Lianzhang.Platform"] = ["Lianzhang.Core"],
        ["Lianzhang.Storage"] = ["Lianzhang.Core", "Lianzhang.Platform"],
        ["Lianzhang.Web"] = ["Lianzhang.Core", "Lianzhang.Platform"],
        ["Lianzhang"] = ["Lianzhang.Core", "Lianzhang.Platform", "Lianzhang.Storage", "Lianzhang.Web"],
    };

    /// <summary>The folders of a project that are modules. Files beside them are the project's own and see every module.</summary>
    public static IReadOnlyDictionary<string, string[][]> Modules { get; } = new Dictionary<string, string[][]>
    {
        ["Lianzhang.Core"] =
        [
            ["Values"], ["Facts"], ["Formulas"], ["Judgement"], ["Scoring"], ["Programmes"], ["Appeals"], ["Inspections"], ["Figures"], ["Registers"], ["Reporting"], ["Generation"], ["Exploring"], ["Boards"], ["Explaining"], ["Cubes"], ["Supervision"], ["Evaluating"], ["Assessment"],
        ],
        ["Lianzhang.Platform"] =
        [
            ["Shared"], ["Identity"], ["Notices"], ["Auditing"], ["Attachments"], ["Programmes"], ["Complaints"], ["Facts"], ["Registers"], ["Reporting"], ["Indicators"], ["Measures"], ["Appeals"], ["Inspections"],
            ["Chains", "Parks", "Innovation", "Projects"], ["Supervision"], ["Evaluation"], ["Assessment"], ["Bulletins"], ["DataSpace"],
        ],
    };
}
