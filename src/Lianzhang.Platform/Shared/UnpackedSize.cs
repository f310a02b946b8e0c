using System.IO.Compression;

namespace Lianzhang.Platform.Shared;

/// <summary>How large an archive is once unpacked. Ten megabytes may hold many gigabytes: more than anybody's work, and than the memory.</summary>
internal static class UnpackedSize
{
    public const long Most = 150_000_000;

    private const int MostParts = 1_000;

    /// <summary>Whether it has too many parts or unpacks to too much; counted by unpacking, since what an archive says of its sizes may be false.</summary>
    public static bool IsOver(ZipArchive archive)
    {
        if (archive.Entries.Count > MostParts)
            return true;
        var block = new byte[64 * 1024];
        var unpacked = 0L;
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            for (var read = part.Read(block); read > 0; read = part.Read(block))
            {
                unpacked += read;
                if (unpacked > Most)
                    return true;
            }
        }

        return false;
    }
}
