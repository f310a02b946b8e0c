namespace Lianzhang.Platform.Tests;

/// <summary>Compares what the code gives with a text that was read and agreed to.</summary>
public static class Reviewed
{
    /// <summary>Fails where they differ and says where to find what the code gives; to agree, copy it over the text and read the difference.</summary>
    public static void Same(string reviewed, string made)
    {
        if (File.Exists(reviewed) && File.ReadAllText(reviewed).TrimEnd() == made.TrimEnd())
            return;
        var given = Path.Combine(AppContext.BaseDirectory, $"{Path.GetFileNameWithoutExtension(reviewed)}.made.txt");
        File.WriteAllText(given, $"{made.TrimEnd()}\n");
        Assert.Fail($"{reviewed} is not what the code gives: {given}");
    }
}
