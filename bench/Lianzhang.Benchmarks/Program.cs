using Lianzhang.Benchmarks;
using Lianzhang.Benchmarks.Cube;
using Lianzhang.Storage;

// What the product is compared with: a .NET program that does nothing, and a server with one empty page.
if (args is ["nothing"])
    return 0;
if (args is [EmptyWeb.Mode])
{
    EmptyWeb.Run();
    return 0;
}

if (args is [KeepingFacts.Mode, var scale, var store])
{
    KeepingFacts.RunOne(scale, store);
    return 0;
}

if (args is [ImportingEnterprises.Mode, var kind])
{
    await ImportingEnterprises.Measure(Enum.Parse<StoreKind>(kind));
    return 0;
}

if (args is [DeliveringReports.Mode, var delivered])
{
    await DeliveringReports.Measure(Enum.Parse<StoreKind>(delivered));
    return 0;
}

if (args is [ComparingCubes.Mode, var size, var engine])
{
    ComparingCubes.RunOne(size, engine);
    return 0;
}

if (args is ["cube", .. var how])
    return ComparingCubes.Run(how);

if (args is ["nation", .. var nation])
    return SimulatingNation.Run(nation);

// All of them, or those that are named.
(string Name, Action Run)[] benchmarks = [("start", ProcessStart.Run), ("pages", ServingPages.Run), ("figures", ReadingFigures.Run), ("rights", CheckingRights.Run), ("facts", KeepingFacts.Run), ("registers", ImportingEnterprises.Run), ("templates", DeliveringReports.Run), ("submissions", SubmittingReports.Run), ("live", FollowingReports.Run), ("robust", TestingRanks.Run)];
if (args.Except(benchmarks.Select(benchmark => benchmark.Name)).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"{unknown}: name any of {string.Join(", ", benchmarks.Select(benchmark => benchmark.Name))}, or none for all");
    return 1;
}

foreach (var benchmark in benchmarks.Where(benchmark => args.Length == 0 || args.Contains(benchmark.Name)))
    benchmark.Run();
return 0;
