using System.Xml.Linq;

namespace Lianzhang.Architecture.Tests.Trees;

/// <summary>What the rules read from a project file.</summary>
public sealed class Project(SourceFile file)
{
    public SourceFile File => file;

    public string Folder => file.Folder;

    public string Name => file.Name[..^".csproj".Length];

    public string RootNamespace => file.Xml.Descendants("RootNamespace").FirstOrDefault()?.Value ?? Name;

    public string AssemblyName => file.Xml.Descendants("AssemblyName").FirstOrDefault()?.Value ?? Name;

    public IEnumerable<XElement> Packages => file.Xml.Descendants("PackageReference");

    public IEnumerable<XElement> References => file.Xml.Descendants("ProjectReference");

    /// <summary>The path from the root that a reference leads to.</summary>
    public string PathOf(XElement reference) => Paths.Resolve(Folder, Include(reference)) ?? Include(reference);

    public static string Include(XElement item) => (string?)item.Attribute("Include") ?? string.Empty;
}
