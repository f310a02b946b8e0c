using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>The words for what became of an entry.</summary>
public static class ChangeKindWords
{
    public static Text Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => ("新增", "added"),
        ChangeKind.Removed => ("删除", "removed"),
        ChangeKind.Changed => ("修改", "changed"),
    };
}
