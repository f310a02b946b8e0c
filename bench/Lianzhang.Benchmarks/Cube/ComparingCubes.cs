using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Lianzhang.Benchmarks.Cube;

/// <summary>What an engine took, and what its cells came to: in full, and after reports were put right.</summary>
internal sealed record CubeResult(string Engine, double LoadSeconds, double FullMilliseconds, double RefreshMicroseconds, int Refreshed, double PeakMegabytes, CubeTold Full, CubeTold Refreshes);

/// <summary>What an engine's cells and indicators come to.</summary>
internal sealed record CubeTold(ulong Cells, byte[] Indicators)
{
    // Of sums that are the same to the last digit, quotients in decimals and in binary are not.
    private const double Close = 1e-12;

    public static CubeTold Of(ICubeEngine engine) => new(engine.Digest(), MemoryMarshal.AsBytes<double>(engine.Indicators()).ToArray());

    public bool IsThatOf(CubeTold other)
    {
        var ours = MemoryMarshal.Cast<byte, double>(Indicators);
        var theirs = MemoryMarshal.Cast<byte, double>(other.Indicators);
        if (Cells != other.Cells || ours.Length != theirs.Length)
            return false;
        for (var at = 0; at < ours.Length; at++)
        {
            if (!(double.IsNaN(ours[at]) ? double.IsNaN(theirs[at]) : Math.Abs(ours[at] - theirs[at]) <= Close * Math.Max(1, Math.Abs(ours[at]))))
                return false;
        }

        return true;
    }
}

/// <summary>
/// All sums and counts by region, industry, month and item with thirty indicators by region and month: computed in full, and refreshed after
/// one corrected report. Each engine has a process of its own, and no time is told unless its cells and indicators are those of the plain loops.
/// </summary>
internal static class ComparingCubes
{
    public const string Mode = "cube-of";

    private const string PostgresVariable = "LIANZHANG_BENCH_POSTGRES";
    private const double Megabyte = 1_048_576;
    private const int Corrections = 400;
    private const int FewestRounds = 5;

    // So that what is compiled while it runs has been, for good: within two seconds it sometimes was not.
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(8);

    // A few counts of some milliseconds all fall into a moment in which the machine does something else.
    private static readonly TimeSpan Counted = TimeSpan.FromSeconds(3);

    public static int Run(IReadOnlyList<string> arguments)
    {
        var scale = arguments.SkipWhile(argument => argument != "--scale").Skip(1).FirstOrDefault() ?? "city";
        var (world, json) = (CubeWorld.Of(scale), arguments.Contains("--json"));
        // Of a nation, the others take longer than anybody would wait for.
        List<string> engines = scale == "nation" ? ["ours"] : ["ours", "duckdb", "sqlite"];
        if (scale == "nation")
            Console.Error.WriteLine("Of a nation there is ours alone, compared with the plain loops.");
        else if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(PostgresVariable)))
            Console.Error.WriteLine($"PostgreSQL is left out: {PostgresVariable} names no database.");
        else
            engines.Add("postgres");
        var reference = new ReferenceCube();
        reference.Load(world);
        reference.Full();
        var full = CubeTold.Of(reference);
        for (var number = 0; number < Corrections; number++)
            reference.Refresh(world.Correction(number));
        reference.Full();
        var refreshed = CubeTold.Of(reference);

        var results = engines.ConvertAll(engine => InProcess(scale, engine));
        foreach (var wrong in results.Where(result => !full.IsThatOf(result.Full) || !refreshed.IsThatOf(result.Refreshes)))
        {
            Console.Error.WriteLine($"{wrong.Engine}: its cells or indicators are not those of the plain loops ({(!full.IsThatOf(wrong.Full) ? "in full" : "after reports were put right")}).");
            return 1;
        }

        var bandwidth = Bandwidth(world);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { world.Name, world.Units, CubeWorld.Items, CubeWorld.Months, world.Values, BandwidthMilliseconds = bandwidth, Indicators = CubeWorld.Indicators.Count, Engines = results.Select(one => new { one.Engine, one.LoadSeconds, one.FullMilliseconds, one.RefreshMicroseconds, one.Refreshed, one.PeakMegabytes, FullTimesOurs = one.FullMilliseconds / results[0].FullMilliseconds, RefreshTimesOurs = one.RefreshMicroseconds / results[0].RefreshMicroseconds }) }));
        else
            Print(world, results, bandwidth);
        return 0;
    }

    /// <summary>One engine, in a process of its own.</summary>
    public static void RunOne(string scale, string name)
    {
        var world = CubeWorld.Of(scale);
        using var engine = Create(name);
        var load = Timed(() => engine.Load(world)).TotalSeconds;
        for (var spent = TimeSpan.Zero; spent < Warm;)
            spent += Timed(engine.Full);
        var times = Times(engine.Full);
        var full = CubeTold.Of(engine);
        (engine as SqlCube)?.Index();
        var corrections = Enumerable.Range(0, Corrections).Select(world.Correction).ToList();
        // The same ones come once more afterwards, so that the end is the same however many there were.
        var (warmed, number) = (TimeSpan.Zero, 0);
        for (; warmed < Warm; number++)
            warmed += Timed(() => engine.Refresh(corrections[number % Corrections]));
        var refreshes = corrections.ConvertAll(report => Timed(() => engine.Refresh(report)).TotalMicroseconds).Order().ToList();
        Console.WriteLine(JsonSerializer.Serialize(new CubeResult(name, load, times[times.Count / 2], refreshes[Corrections / 2], Corrections, Process.GetCurrentProcess().PeakWorkingSet64 / Megabyte, full, CubeTold.Of(engine))));
    }

    private static ICubeEngine Create(string name) => name switch
    {
        "ours" => new OurCube(),
        "duckdb" => new DuckCube(),
        "sqlite" => new SqliteCube(Path.Combine(Path.GetTempPath(), $"lianzhang-{Environment.ProcessId}.db")),
        _ => new PostgresCube(Environment.GetEnvironmentVariable(PostgresVariable)!),
    };

    private static CubeResult InProcess(string scale, string engine)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ComparingCubes).Assembly.Location, Mode, scale, engine]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return JsonSerializer.Deserialize<CubeResult>(said) ?? throw new InvalidOperationException($"{engine} said nothing");
    }

    private static TimeSpan Timed(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }

    // In order of length.
    private static List<double> Times(Action work)
    {
        var times = new List<double>();
        for (var spent = TimeSpan.Zero; times.Count < FewestRounds || spent < Counted;)
        {
            var took = Timed(work);
            spent += took;
            times.Add(took.TotalMilliseconds);
        }

        times.Sort();
        return times;
    }

    // What reading all facts and writing all cells costs, by two threads that do nothing else.
    private static double Bandwidth(CubeWorld world)
    {
        const int parts = 2;
        var nodes = (world.Counties + (world.Cities == 1 ? 1 : world.Cities + 1)) * (CubeWorld.Classes + CubeWorld.Industries + 1);
        var facts = new long[parts][];
        var cells = new long[parts][];
        for (var part = 0; part < parts; part++)
        {
            facts[part] = new long[(long)world.Units * CubeWorld.Items * 64 / parts];
            cells[part] = new long[(long)nodes * CubeWorld.Items * 96 / parts];
            Array.Fill(facts[part], 1);
            Array.Fill(cells[part], 1);
        }

        var sink = new long[parts];
        var times = Times(() => Parallel.For(0, parts, part =>
        {
            var sum = Vector<long>.Zero;
            foreach (var vector in MemoryMarshal.Cast<long, Vector<long>>(facts[part].AsSpan()))
                sum += vector;
            cells[part].AsSpan().Fill(Vector.Sum(sum));
            sink[part] = cells[part][0];
        }));
        return times[times.Count / 2];
    }

    private static void Print(CubeWorld world, List<CubeResult> results, double bandwidth)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{world.Name}: {world.Units:N0} units x {CubeWorld.Items} items x {CubeWorld.Months} months = {world.Values:N0} values, {world.Counties} counties, {CubeWorld.Classes} classes; {CubeWorld.Indicators.Count} indicators by region and month; cells and indicators of all engines are the same; medians of full counts for {Counted.TotalSeconds} s, {FewestRounds} at least, and of {Corrections} corrected reports of {CubeWorld.Items} values, each after {Warm.TotalSeconds} s to warm up"));
        var ours = results[0];
        foreach (var one in results)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {one.Engine,-9} load {one.LoadSeconds,7:0.0} s   full {one.FullMilliseconds,9:0.0} ms x {one.FullMilliseconds / ours.FullMilliseconds,6:0.0}   refresh {one.RefreshMicroseconds,9:0.0} µs x {one.RefreshMicroseconds / ours.RefreshMicroseconds,6:0.0}   most memory {one.PeakMegabytes,6:0} MB{(one.Engine == "postgres" ? " (without the server)" : string.Empty)}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  plain memory: reading all facts and writing all cells {bandwidth:0.0} ms, of which ours takes {ours.FullMilliseconds / bandwidth:0.0} times as long"));
    }
}
