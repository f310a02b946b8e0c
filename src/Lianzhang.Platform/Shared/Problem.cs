using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Shared;

/// <summary>Why a request was not done; each kind has its HTTP status.</summary>
public enum ProblemKind
{
    /// <summary>What was asked for is not there, or the asker may not know of it.</summary>
    NotFound = 404,

    /// <summary>Nobody is signed in, or the sign-in is over.</summary>
    SignedOut = 401,

    /// <summary>The request cannot be done as it stands.</summary>
    Invalid = 422,

    /// <summary>The state has changed in the meantime.</summary>
    Conflict = 409,

    /// <summary>More was sent than is taken.</summary>
    TooLarge = 413,

    /// <summary>More was asked in a minute than is answered.</summary>
    TooMany = 429,
}

/// <summary>What happened and what to do; nothing was changed.</summary>
public sealed record Problem(ProblemKind Kind, Text Title, Text Detail, IReadOnlyList<Fault>? Faults = null)
{
    public static Problem SignedOut { get; } = new(ProblemKind.SignedOut, ("登录已失效", "Signed out"), ("请重新登录；没有改动任何数据。", "Sign in again; nothing was changed."));

    public static Problem TooMany { get; } = new(ProblemKind.TooMany, ("请求过于频繁", "Too many requests"), ("请过一分钟再试；没有改动任何数据。", "Try again in a minute; nothing was changed."));

    public static Problem NotFound(Text what) => new(ProblemKind.NotFound, ("未找到", "Not found"), what);

    public static Problem Conflict(Text what) => new(ProblemKind.Conflict, ("状态已变化", "The state has changed"), what);

    public static Problem Invalid(Text what, IReadOnlyList<Fault>? faults = null) => new(ProblemKind.Invalid, ("请求有误", "Cannot be done as it stands"), what, faults);
}
