using System.Diagnostics;

namespace Lianzhang.Benchmarks;

/// <summary>What a person waits for in the browser, and what the server costs the machine.</summary>
internal static class ServingPages
{
    private const int Pages = 300;

    private static readonly Measured[] Numbers =
    [
        new("from the start of the process to the last byte of the first page, which asks to sign in", "ms"),
        new("the first board after signing in, or the second empty page", "ms"),
        new("resident memory after these two", "MB"),
        new($"pages a second, one after another, over {Pages} after as many to warm up", "/s"),
    ];

    public static void Run()
    {
        var lianzhang = Path.Combine(Repository.Root, "artifacts/bin/Lianzhang", new DirectoryInfo(AppContext.BaseDirectory).Name, "lianzhang.dll");
        using var filled = new TemporaryFolder();
        SideBySide.Compare(
            "Serving the board (9 YAML files, 154 figures, 30 targets) on an embedded store",
            5,
            Numbers,
            [
                ("an empty ASP.NET Core application", () => InNewFolder(folder => Serve(folder, Path.Combine(AppContext.BaseDirectory, "Lianzhang.Benchmarks.dll"), EmptyWeb.Mode))),
                ("lianzhang demo in an empty folder", () => InNewFolder(folder => Serve(folder, lianzhang, "demo", "--urls", "http://127.0.0.1:0"))),
                ("lianzhang demo where it ran before", () => Serve(filled.Path, lianzhang, "demo", "--urls", "http://127.0.0.1:0")),
            ]);
    }

    private static double[] InNewFolder(Func<string, double[]> work)
    {
        using var folder = new TemporaryFolder();
        return work(folder.Path);
    }

    private static double[] Serve(string folder, params string[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var server = new RunningServer(folder, arguments);
        // For whoever starts the product for the first time the first page is the one to sign in on.
        var isEmpty = arguments[^1] == EmptyWeb.Mode;
        server.Get(isEmpty ? "/" : "/sign-in");
        var first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (!isEmpty)
            server.SignIn("leader", "Lianzhang2027");
        var second = server.Get("/");
        var resident = server.ResidentMegabytes;
        for (var page = 0; page < Pages; page++)
            server.Get("/");
        var steady = Stopwatch.GetTimestamp();
        for (var page = 0; page < Pages; page++)
            server.Get("/");
        return [first, second, resident, Pages / Stopwatch.GetElapsedTime(steady).TotalSeconds];
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("lianzhang-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
