using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Identity;

/// <summary>How long what is typed may be.</summary>
internal static class Lengths
{
    public const int Most = 128;

    /// <summary>Null when none is too long.</summary>
    public static Problem? Check(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (text?.Length > Most)
                return Problem.Invalid(($"每项最多 {Most} 个字。", $"At most {Most} characters each."));
        }

        return null;
    }
}
