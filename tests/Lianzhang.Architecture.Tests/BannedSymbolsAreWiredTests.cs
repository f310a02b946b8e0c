using Lianzhang.Architecture.Tests.Rules;

namespace Lianzhang.Architecture.Tests;

public sealed class BannedSymbolsAreWiredTests : RuleTests<BannedSymbolsAreWired>
{
    private const string Properties = "Directory.Build.props";
    private const string Project = "src/Lianzhang.Core/Lianzhang.Core.csproj";

    [Fact]
    public void A_clock_that_is_no_longer_banned_is_caught() =>
        Catches("BannedSymbols.txt", "P:System.DateTime.Now;Why\n", 1, "P:System.DateTimeOffset.UtcNow is not banned");

    [Fact]
    public void A_missing_list_is_caught() => Catches(Tree.Without("BannedSymbols.txt"), "Lianzhang.slnx", 1, "no BannedSymbols.txt");

    [Fact]
    public void A_list_that_no_longer_reaches_the_projects_is_caught()
    {
        var text = Tree.Find(Properties)!.Text;
        Catches(Properties, text.Replace("BannedSymbols.txt", "Other.txt"), 1, "no AdditionalFiles gives BannedSymbols.txt");
        Catches(Properties, text.Replace("BannedApiAnalyzers", "Other"), 1, "no PackageReference gives");
    }

    [Fact]
    public void Build_properties_that_do_not_import_the_ones_above_is_caught() =>
        Catches($"src/{Properties}", "<Project />", 1, "does not import");

    [Fact]
    public void A_severity_that_switches_the_ban_off_is_caught() =>
        Catches("tests/.editorconfig", "[*.cs]\ndotnet_diagnostic.RS0030.severity = none", 2, "changes the severity");

    [Theory]
    [InlineData("<AdditionalFiles Remove=\"@(AdditionalFiles)\" />")]
    [InlineData("<PackageReference Remove=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\" />")]
    [InlineData("<NoWarn>$(NoWarn);RS0030</NoWarn>")]
    [InlineData("<RunAnalyzers>false</RunAnalyzers>")]
    [InlineData("<ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>")]
    public void A_project_that_takes_itself_out_is_caught(string item) =>
        Catches(Project, $"<Project>\n{item}</Project>", 2, "takes a project out");
}
