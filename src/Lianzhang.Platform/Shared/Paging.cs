namespace Lianzhang.Platform.Shared;

/// <summary>Pages of lists: from 1, and of a bounded size.</summary>
internal static class Paging
{
    /// <summary>Null when there can be such a page.</summary>
    public static Problem? Check(int page, int pageSize, int most) => page >= 1 && pageSize >= 1 && pageSize <= most
        ? null
        : Problem.Invalid(($"页码从 1 开始，每页最多 {most} 条。", $"Pages count from 1 and have at most {most} entries."));
}
