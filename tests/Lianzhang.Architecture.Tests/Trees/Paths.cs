namespace Lianzhang.Architecture.Tests.Trees;

internal static class Paths
{
    /// <summary>The path from the root that a relative path leads to, or null where it climbs out of the repository.</summary>
    public static string? Resolve(string folder, string relative)
    {
        var at = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var segment in relative.Split('/', '\\'))
        {
            if (segment is "" or ".")
                continue;
            if (segment != "..")
                at.Add(segment);
            else if (at.Count == 0)
                return null;
            else
                at.RemoveAt(at.Count - 1);
        }

        return string.Join('/', at);
    }
}
