using System.Globalization;

namespace Lianzhang.Web.Pages.Attachments;

/// <summary>How large a file is, as people say it.</summary>
internal static class FileSize
{
    public static string Of(int bytes) => bytes switch
    {
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000m:0.#} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000m:0.#} MB"),
    };
}
