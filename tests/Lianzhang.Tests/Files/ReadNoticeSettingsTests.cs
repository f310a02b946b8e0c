using Lianzhang.Core.Values;
using Lianzhang.Files;
using Lianzhang.Hosting;
using Lianzhang.Platform.Notices;
using Microsoft.Extensions.Configuration;

namespace Lianzhang.Tests.Files;

public sealed class ReadNoticeSettingsTests
{
    [Fact]
    public void Nothing_set_means_that_notices_stay_in_the_inbox() => Assert.Equal(new NoticeSettings(), Read().Value!.Notices);

    [Fact]
    public void What_is_set_is_used_with_secrets_from_files()
    {
        using var folder = new TemporaryFolder();
        var secret = folder.File("password", "s3cret\n");
        var read = Read(("Notices:Site", "https://lianzhang.example"), ("Mail:Host", "smtp.heze.example"), ("Mail:From", "lianzhang@heze.example"), ("Mail:User", "lz"), ("Mail:PasswordFile", secret), ("Webhook:Kind", "dingtalk"), ("Webhook:Url", "https://oapi.example/send?x=1"), ("Webhook:Secret", "SEC")).Value!.Notices;
        Assert.Equal(new MailSettings("smtp.heze.example", 587, MailSecurity.StartTls, "lianzhang@heze.example", "lz", "s3cret"), read.Mail);
        Assert.Equal(new WebhookSettings(WebhookKind.DingTalk, new Uri("https://oapi.example/send?x=1"), "SEC"), read.Webhook);
        // Neither is written to a log by accident.
        Assert.DoesNotContain("s3cret", read.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("SEC", read.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Notices:Site", "lianzhang")]
    [InlineData("Mail:Port", "0")]
    [InlineData("Mail:Security", "ssl")]
    [InlineData("Mail:From", "nobody")]
    [InlineData("Mail:Host", "")]
    [InlineData("Mail:PasswordFile", "absent")]
    [InlineData("Webhook:Url", "ftp://x")]
    [InlineData("Webhook:Kind", "feishu")]
    public void What_cannot_be_used_is_named(string key, string value)
    {
        var settings = new Dictionary<string, string?> { ["Mail:Host"] = "h", ["Mail:From"] = "a@b.example", ["Webhook:Url"] = "https://x.example", [key] = value };
        var fault = Assert.Single(Read([.. settings.Select(one => (one.Key, one.Value))]).Faults);
        Assert.EndsWith(key, fault.At.File.Replace("__", ":", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static Outcome<ServerSettings> Read(params (string Key, string? Value)[] settings) => ReadServerSettings.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Key, one => one.Value)).Build(), "settings.json", new ConfigurationBuilder().Build());
}
