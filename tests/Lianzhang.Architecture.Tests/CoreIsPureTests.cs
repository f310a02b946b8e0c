using Lianzhang.Architecture.Tests.Rules;

namespace Lianzhang.Architecture.Tests;

public sealed class CoreIsPureTests : RuleTests<CoreIsPure>
{
    private const string Planted = "src/Lianzhang.Core/Values/Planted.cs";

    [Theory]
    [InlineData("File.ReadAllText(\"a\")")]
    [InlineData("System.IO.Directory.GetFiles(\"a\")")]
    [InlineData("new FileStream(\"a\", FileMode.Open)")]
    [InlineData("new StreamReader(\"a\")")]
    [InlineData("new StreamWriter(\"a\", true)")]
    [InlineData("Path.GetFullPath(\"a\")")]
    [InlineData("Path.GetTempPath()")]
    [InlineData("Console.ReadLine()")]
    [InlineData("Environment.NewLine")]
    [InlineData("AppContext.BaseDirectory")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess()")]
    [InlineData("System.Diagnostics.Stopwatch.StartNew()")]
    [InlineData("new HttpClient()")]
    [InlineData("System.Net.IPAddress.Loopback")]
    [InlineData("Task.Run(() => 1)")]
    [InlineData("new Thread(() => { })")]
    [InlineData("System.Threading.Tasks.Parallel.For(0, 1, i => { })")]
    [InlineData("new[] { 1 }.AsParallel()")]
    [InlineData("TimeProvider.System")]
    [InlineData("DateTimeOffset.UtcNow")]
    [InlineData("Random.Shared")]
    [InlineData("Guid.NewGuid()")]
    public void What_reaches_out_of_Core_is_caught(string expression) =>
        Catches(Planted, $"namespace Lianzhang.Core.Values;\nclass Planted {{ object M() =>\n{expression}; }}", 3, "reaches out of Core");

    [Fact]
    public void A_static_using_that_hides_the_type_is_caught() =>
        Catches(Planted, "using static System.Console;\nclass A { void M() =>\nWriteLine(1); }", 3, "System.Console.WriteLine reaches out of Core");

    [Theory]
    [InlineData("new StringReader(\"a\").ReadLine()")]
    [InlineData("new StreamReader(new MemoryStream())")]
    [InlineData("Path.GetExtension(\"a\")")]
    [InlineData("new DateOnly(2024, 1, 1).AddDays(1)")]
    public void What_stays_in_memory_is_allowed(string expression) =>
        Allows(Planted, $"namespace Lianzhang.Core.Values; class Planted {{ object M(Stream stream, TextReader reader, CancellationToken token) => {expression}; }}");

    [Fact]
    public void Other_projects_may_reach_out() =>
        Allows("src/Lianzhang/Planted.cs", "namespace Lianzhang; class Planted { string M() => File.ReadAllText(Console.ReadLine()!); }");
}
