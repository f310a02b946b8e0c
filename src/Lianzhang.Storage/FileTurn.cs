namespace Lianzhang.Storage;

/// <summary>
/// A turn that only one process has at a time: an open file, which the system closes when the process dies. The file itself stays,
/// since a file that is deleted while another process waits for it would give both a turn.
/// </summary>
internal sealed class FileTurn : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);
    private static readonly int MostTries = 600;

    private readonly FileStream file;

    private FileTurn(FileStream file) => this.file = file;

    public static async Task<IAsyncDisposable> Take(string path, CancellationToken cancel)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            Directory.CreateDirectory(folder);
        using var timer = new PeriodicTimer(Between);
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileTurn(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (tries < MostTries)
            {
                await timer.WaitForNextTickAsync(cancel);
            }
        }
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
