using System.Security.Cryptography;

namespace Lianzhang.Platform.Attachments;

/// <summary>
/// The folder with the contents of files, each under its hash. A content gets its name by one move when all of it is written, so that
/// a kill leaves no half of one. Several processes may share the folder.
/// </summary>
internal sealed class FileVault(string folder)
{
    private const int HashLength = 64;

    private string Incoming => Path.Combine(folder, "incoming");

    private string Leaving => Path.Combine(folder, "leaving");

    /// <summary>Begins to take a content in.</summary>
    public IncomingFile Begin()
    {
        Directory.CreateDirectory(Incoming);
        return new IncomingFile(this, Path.Combine(Incoming, $"{RandomNumberGenerator.GetHexString(32, lowercase: true)}.part"));
    }

    public bool Has(string hash) => File.Exists(At(hash));

    /// <summary>The content, or null where it is not there.</summary>
    public Stream? Open(string hash)
    {
        try
        {
            return new FileStream(At(hash), new FileStreamOptions { Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The hashes of all contents.</summary>
    public IEnumerable<string> All() => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Where(part => Path.GetFileName(part).Length == 2).SelectMany(part => Directory.EnumerateFiles(part)).Select(Path.GetFileName).OfType<string>().Where(name => name.Length == HashLength)
        : [];

    /// <summary>Takes a content out of its place, so that nobody relies on it while it is decided whether it goes; null where it is gone already.</summary>
    public LeavingFile? Take(string hash)
    {
        Directory.CreateDirectory(Leaving);
        var taken = new LeavingFile(hash, Path.Combine(Leaving, $"{hash}.{RandomNumberGenerator.GetHexString(32, lowercase: true)}"));
        return Move(At(hash), taken.Path) ? taken : null;
    }

    /// <summary>What was taken out and neither put back nor removed, because the process that did so was killed or is still at it.</summary>
    public IEnumerable<LeavingFile> Taken() => Directory.Exists(Leaving)
        ? Directory.EnumerateFiles(Leaving).Where(path => Path.GetFileName(path).Length > HashLength).Select(path => new LeavingFile(Path.GetFileName(path)[..HashLength], path))
        : [];

    /// <summary>Puts a content back, unless the same has come in again meanwhile.</summary>
    public void PutBack(LeavingFile taken)
    {
        if (Has(taken.Hash) || !Move(taken.Path, At(taken.Hash)))
            Remove(taken);
    }

    public static void Remove(LeavingFile taken) => File.Delete(taken.Path);

    /// <summary>Removes what was begun before the instant and never ended; returns how many.</summary>
    public int RemoveUnfinished(DateTimeOffset before)
    {
        if (!Directory.Exists(Incoming))
            return 0;
        var unfinished = Directory.EnumerateFiles(Incoming).Where(path => File.GetLastWriteTimeUtc(path) < before.UtcDateTime).ToList();
        unfinished.ForEach(File.Delete);
        return unfinished.Count;
    }

    /// <summary>Gives a whole content its name; the same that is there already is replaced, so that none that is just leaving is relied on.</summary>
    internal void Place(string path, string hash)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(hash))!);
        File.Move(path, At(hash), overwrite: true);
    }

    private string At(string hash) => Path.Combine(folder, hash[..2], hash);

    private static bool Move(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: false);
            return true;
        }
        catch (IOException) when (!File.Exists(from) || File.Exists(to))
        {
            return false;
        }
    }
}

/// <summary>A content that was taken out of its place.</summary>
internal sealed record LeavingFile(string Hash, string Path);
