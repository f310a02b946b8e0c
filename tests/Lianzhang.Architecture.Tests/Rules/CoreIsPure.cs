using Lianzhang.Architecture.Tests.Symbols;
using Lianzhang.Architecture.Tests.Trees;

namespace Lianzhang.Architecture.Tests.Rules;

/// <summary>
/// Core reads no file, console, environment, network, clock or chance, and schedules nothing: the same arguments give the
/// same result anywhere. Streams and readers that a caller hands in are fine.
/// </summary>
public sealed class CoreIsPure : IRule
{
    private static readonly string[] Namespaces =
    [
        "System.IO.Pipes", "System.IO.MemoryMappedFiles", "System.IO.IsolatedStorage", "System.Net", "System.Threading.Tasks", "System.Timers",
    ];

    private static readonly HashSet<string> Types =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.FileSystemInfo", "System.IO.FileSystemWatcher",
        "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.DriveInfo", "System.IO.RandomAccess",
        "System.Console", "System.Environment", "System.AppContext", "System.AppDomain",
        "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.TimeProvider",
        "System.Threading.Thread", "System.Threading.ThreadPool", "System.Threading.Timer", "System.Threading.PeriodicTimer",
        "System.Threading.SynchronizationContext", "System.Linq.ParallelEnumerable",
        "System.Random", "System.Security.Cryptography.RandomNumberGenerator",
    ];

    // Most of Path is arithmetic on strings; these look at the machine.
    private static readonly HashSet<string> Members =
    [
        "System.IO.Path.GetFullPath", "System.IO.Path.Exists", "System.IO.Path.GetTempPath", "System.IO.Path.GetTempFileName",
        "System.IO.Path.GetRandomFileName", "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.TimeZoneInfo.Local",
        "System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today", "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow",
    ];

    public IEnumerable<Violation> Check(SourceTree tree) =>
        Subjects.Check(tree.Code.Where(file => file.IsUnder("src/Lianzhang.Core")), "C# file in Core", file => tree.Symbols.In(file)
            .Where(IsImpure)
            .Select(reference => file.At(reference.Line, $"{reference} reaches out of Core"))
            .Distinct());

    private static bool IsImpure(Reference reference) =>
        Namespaces.Any(reference.IsIn)
        || Types.Contains(reference.FullType)
        || Members.Contains($"{reference.FullType}.{reference.MemberName}")
        || OpensFile(reference);

    private static bool OpensFile(Reference reference) =>
        reference.FullType is "System.IO.StreamReader" or "System.IO.StreamWriter"
        && reference.Member.StartsWith(".ctor(String", StringComparison.Ordinal);
}
