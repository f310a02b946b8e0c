using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Files;

/// <summary>Reads a text file, or says why not.</summary>
internal static class ReadTextFile
{
    /// <param name="path">The file, by the path that messages show.</param>
    /// <param name="limit">The most bytes that it may have.</param>
    public static Outcome<SourceFile> Read(string path, int limit) => Read(path, limit, ReadText.Of);

    /// <summary>The same for a table, which may be an Excel workbook.</summary>
    public static Outcome<SourceFile> Table(string path, int limit) => Read(path, limit, ReadTable.Of);

    private static Outcome<SourceFile> Read(string path, int limit, Func<string, Stream, int, CancellationToken, Task<Outcome<SourceFile>>> read)
    {
        var at = new Location(path.Replace('\\', '/'));
        if (Directory.Exists(path))
            return Refuse(at, ("这是文件夹，不是文件", "is a folder, not a file"));
        if (!File.Exists(path))
            return Refuse(at, ("找不到文件", "file not found"));

        try
        {
            using var stream = File.OpenRead(path);
            return stream.CanSeek && stream.Length > limit
                ? ReadText.TooLarge(at.File, limit)
                : read(at.File, stream, limit, CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Refuse(at, ($"无法读取文件：{failure.Message}", $"file cannot be read: {failure.Message}"));
        }
    }

    private static Outcome<SourceFile> Refuse(Location at, Text message) => Outcome<SourceFile>.Failed(new Fault(at, message));
}
