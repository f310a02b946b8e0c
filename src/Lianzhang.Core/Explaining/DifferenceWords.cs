using Lianzhang.Core.Values;

namespace Lianzhang.Core.Explaining;

/// <summary>The words for kinds of change.</summary>
public static class DifferenceWords
{
    public static Text Of(DifferenceKind kind) => kind switch
    {
        DifferenceKind.New => ("新增", "newly reported"),
        DifferenceKind.Revised => ("修订", "revised"),
        DifferenceKind.Withdrawn => ("撤回", "withdrawn"),
        DifferenceKind.MovedIn => ("迁入", "moved in"),
        DifferenceKind.MovedOut => ("迁出", "moved out"),
        DifferenceKind.Reclassified => ("重新归类", "reclassified"),
        DifferenceKind.Opened => ("新设", "opened"),
        DifferenceKind.Closed => ("注销", "closed"),
        DifferenceKind.Formula => ("公式调整", "formula changed"),
    };
}
