using System.Security.Cryptography;

namespace Lianzhang.Platform.Attachments;

/// <summary>A content that is coming in, under a name of its own; it goes when it is let go and was not placed.</summary>
internal sealed class IncomingFile(FileVault vault, string path) : IAsyncDisposable
{
    private readonly FileStream written = new(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous });
    private bool isPlaced;

    /// <summary>What has come in.</summary>
    public Stream Content => written;

    /// <summary>SHA-256 of all that came in, once it has.</summary>
    public string Hash { get; private set; } = string.Empty;

    public int Bytes => (int)written.Length;

    /// <summary>Writes a stream down; false as soon as it has more than the limit, and nothing more of it is read then.</summary>
    public async Task<bool> Take(Stream content, int limit, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(block, cancel)) > 0;)
        {
            if (written.Length + read > limit)
                return false;
            hash.AppendData(block, 0, read);
            await written.WriteAsync(block.AsMemory(0, read), cancel);
        }

        // What is acknowledged later must survive the machine, not only the process.
        written.Flush(flushToDisk: true);
        Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
        return true;
    }

    public void Place()
    {
        vault.Place(path, Hash);
        isPlaced = true;
    }

    public async ValueTask DisposeAsync()
    {
        await written.DisposeAsync();
        if (!isPlaced)
            File.Delete(path);
    }
}
