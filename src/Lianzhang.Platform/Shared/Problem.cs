using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Shared;

/// <summary>Why a request was not done; each kind has its HTTP status.</summary>
public enum ProblemKind
{
    /// <summary>What was asked for is not there, or the asker may not know of it.</summary>
    NotFound = 404,

    /// <summary>The request cannot be done as it stands.</summary>
    Invalid = 422,

    /// <summary>The state has changed in the meantime.</summary>
    Conflict = 409,

    /// <summary>More was sent than is taken.</summary>
    TooLarge = 413,
}

/// <summary>What happened and what to do; nothing was changed.</summary>
public sealed record Problem(ProblemKind Kind, Text Title, Text Detail, IReadOnlyList<Fault>? Faults = null)
{
    public static Problem NotFound(Text what) => new(ProblemKind.NotFound, ("未找到", "Not found"), what);

    public static Problem Invalid(Text what, IReadOnlyList<Fault>? faults = null) => new(ProblemKind.Invalid, ("请求有误", "Cannot be done as it stands"), what, faults);
}
