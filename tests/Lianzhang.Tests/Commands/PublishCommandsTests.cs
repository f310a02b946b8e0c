namespace Lianzhang.Tests.Commands;

public sealed class PublishCommandsTests
{
    [Fact]
    public void A_programme_and_figures_are_put_into_a_store_and_the_record_of_it_is_whole()
    {
        using var folder = new TemporaryFolder();
        string[] where = ["--store", $"sqlite:{folder.At("store.db")}", "--keys", folder.At("keys"), "--lang", "en"];
        Assert.Equal("qinghe_crafts version 1 is published.\n", Succeeded(["publish", RunCommand.Qinghe, .. where]));
        Assert.Equal("qinghe_crafts version 1 is published.\n", Succeeded(["publish", RunCommand.Qinghe, .. where]));
        Assert.Matches("^[1-9][0-9]* new, 0 changed, 0 the same", Succeeded(["import", Path.Combine(RunCommand.Qinghe, "figures.csv"), .. where]));
        Assert.Contains("0 linked, 3 not yet noted outside the store, 0 faults", Succeeded(["audit", "verify", .. where]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_put_there_is_refused_with_what_is_wrong()
    {
        using var folder = new TemporaryFolder();
        string[] where = ["--store", $"sqlite:{folder.At("store.db")}", "--keys", folder.At("keys"), "--lang", "en"];
        Assert.Contains("folder not found", Refused(["publish", folder.At("nothing"), .. where]), StringComparison.Ordinal);
        Assert.Contains("not found", Refused(["import", folder.At("nothing.csv"), .. where]), StringComparison.Ordinal);
        Assert.Contains("No programme is published", Refused(["import", Path.Combine(RunCommand.Qinghe, "figures.csv"), .. where]), StringComparison.Ordinal);
        Succeeded(["publish", RunCommand.Qinghe, .. where]);
        var file = folder.File("bad.csv", "a,b\n1,2\n");
        Assert.Contains("item", Refused(["import", file, .. where]), StringComparison.Ordinal);
    }

    private static string Succeeded(string[] arguments)
    {
        var result = RunCommand.Run(arguments);
        Assert.True(result.Exit == 0, result.Error);
        return result.Out;
    }

    private static string Refused(string[] arguments)
    {
        var result = RunCommand.Run(arguments);
        Assert.Equal(1, result.Exit);
        Assert.NotEmpty(result.ErrorLines);
        return result.Error;
    }
}
