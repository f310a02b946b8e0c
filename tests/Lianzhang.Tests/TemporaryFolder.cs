namespace Lianzhang.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("lianzhang-").FullName;

    public string File(string name, string text)
    {
        System.IO.File.WriteAllText(At(name), text);
        return At(name);
    }

    public string File(string name, byte[] bytes)
    {
        System.IO.File.WriteAllBytes(At(name), bytes);
        return At(name);
    }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A copy of a programme's folder.</summary>
    public static TemporaryFolder CopyOf(string folder)
    {
        var copy = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(folder))
            System.IO.File.Copy(file, copy.At(System.IO.Path.GetFileName(file)));
        return copy;
    }

    /// <summary>Replaces the first occurrence in a file and returns the line at which it stands.</summary>
    public int Replace(string name, string sound, string damaged)
    {
        var text = System.IO.File.ReadAllText(At(name));
        var at = text.IndexOf(sound, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{name} has no '{sound}'");
        System.IO.File.WriteAllText(At(name), text[..at] + damaged + text[(at + sound.Length)..]);
        return text[..at].Count(letter => letter == '\n') + 1;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
