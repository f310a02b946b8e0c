using System.Net;
using Lianzhang.Files;
using Lianzhang.Hosting;
using Lianzhang.Platform.Identity;
using Lianzhang.Web.Shell;
using Microsoft.Extensions.Configuration;

namespace Lianzhang.Tests.Files;

/// <summary>What the operator set, from both places where it can be set.</summary>
public sealed class ReadServerSettingsTests
{
    [Fact]
    public void Nothing_set_leaves_what_is_written_in_the_documentation()
    {
        var settings = Read([], []);
        Assert.Equal(new SignInRules(), settings.SignIn);
        Assert.Equal(new RequestLimits(), settings.Limits);
        Assert.Empty(settings.Proxies.Networks);
    }

    [Fact]
    public void Each_setting_arrives()
    {
        var settings = Read([], new()
        {
            ["SignIn:LockoutAfter"] = "3",
            ["SignIn:LockoutMinutes"] = "60",
            ["SignIn:IdleMinutes"] = "20",
            ["SignIn:LongestHours"] = "8",
            ["SignIn:ShortestPassword"] = "12",
            ["SignIn:AttemptsPerMinute"] = "100",
            ["SignIn:PasskeyDomain"] = "lianzhang.example",
            ["Limits:ChangesPerMinute"] = "60",
            ["Limits:ReadsPerMinute"] = "1000",
            ["Proxy:Known"] = "10.0.0.5, 10.1.0.0/16,fd00::/8",
            ["Attachments:Scanner"] = "127.0.0.1:3310",
        });
        Assert.Equal(
            new SignInRules { MostFailures = 3, LockedFor = TimeSpan.FromHours(1), Idle = TimeSpan.FromMinutes(20), Longest = TimeSpan.FromHours(8), ShortestPassword = 12, AttemptsPerMinute = 100, PasskeyDomain = "lianzhang.example" },
            settings.SignIn);
        Assert.Equal(new DnsEndPoint("127.0.0.1", 3310), settings.Attachments.Scanner);
        Assert.Equal(new RequestLimits { ChangesPerMinute = 60, ReadsPerMinute = 1_000 }, settings.Limits);
        Assert.Equal([IPNetwork.Parse("10.0.0.5/32"), IPNetwork.Parse("10.1.0.0/16"), IPNetwork.Parse("fd00::/8")], settings.Proxies.Networks);
    }

    [Theory]
    [InlineData("clamd")]
    [InlineData("http://127.0.0.1:3310")]
    [InlineData("127.0.0.1:0")]
    [InlineData("127.0.0.1:3310/scan")]
    public void A_scanner_is_an_address_and_a_port(string given)
    {
        var outcome = ReadServerSettings.From(new ConfigurationBuilder().Build(), "settings.json", new ConfigurationBuilder().AddInMemoryCollection([new("Attachments:Scanner", given)]).Build());
        Assert.Contains("127.0.0.1:3310", Assert.Single(outcome.Faults).Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_goes_before_the_file_and_an_empty_one_is_none()
    {
        Assert.Equal(7, Read(new() { ["SignIn:LockoutAfter"] = "7" }, new() { ["SignIn:LockoutAfter"] = "6" }).SignIn.MostFailures);
        Assert.Equal(6, Read(new() { ["SignIn:LockoutAfter"] = " " }, new() { ["SignIn:LockoutAfter"] = "6" }).SignIn.MostFailures);
        Assert.Equal([IPNetwork.Parse("::1/128")], Read([], new() { ["Proxy:Known:0"] = "::1" }).Proxies.Networks);
    }

    private static ServerSettings Read(Dictionary<string, string?> environment, Dictionary<string, string?> file)
    {
        var outcome = ReadServerSettings.From(new ConfigurationBuilder().AddInMemoryCollection(environment).Build(), "settings.json", new ConfigurationBuilder().AddInMemoryCollection(file).Build());
        Assert.Empty(outcome.Faults);
        return outcome.Value!;
    }
}
