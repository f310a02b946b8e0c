using Lianzhang.Core.Values;

namespace Lianzhang.Core.Explaining;

/// <summary>The words for kinds of change.</summary>
public static class ChangeKindWords
{
    public static Text Of(ChangeKind kind) => kind switch
    {
        ChangeKind.New => ("新增", "newly reported"),
        ChangeKind.Revised => ("修订", "revised"),
        ChangeKind.Withdrawn => ("撤回", "withdrawn"),
        ChangeKind.MovedIn => ("迁入", "moved in"),
        ChangeKind.MovedOut => ("迁出", "moved out"),
        ChangeKind.Reclassified => ("重新归类", "reclassified"),
        ChangeKind.Opened => ("新设", "opened"),
        ChangeKind.Closed => ("注销", "closed"),
        ChangeKind.Formula => ("公式调整", "formula changed"),
    };
}
