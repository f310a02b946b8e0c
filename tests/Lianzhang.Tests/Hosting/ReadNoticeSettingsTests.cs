using Lianzhang.Core.Values;
using Lianzhang.Hosting;
using Lianzhang.Platform.Notices;
using Microsoft.Extensions.Configuration;

namespace Lianzhang.Tests.Hosting;

public sealed class ReadNoticeSettingsTests
{
    [Fact]
    public void Nothing_set_means_that_notices_stay_in_the_inbox() => Assert.Equal(new NoticeSettings(), Read().Value);

    [Fact]
    public void What_is_set_is_used_with_secrets_from_files()
    {
        using var folder = new TemporaryFolder();
        var secret = folder.File("password", "s3cret\n");
        var read = Read(("Site", "https://lianzhang.example"), ("Mail:Host", "smtp.heze.example"), ("Mail:From", "lianzhang@heze.example"), ("Mail:User", "lz"), ("Mail:Password_File", secret), ("Webhook:Kind", "dingtalk"), ("Webhook:Url", "https://oapi.example/send?x=1"), ("Webhook:Secret", "SEC"));
        Assert.Equal(new MailSettings("smtp.heze.example", 587, MailSecurity.StartTls, "lianzhang@heze.example", "lz", "s3cret"), read.Value!.Mail);
        Assert.Equal(new WebhookSettings(WebhookKind.DingTalk, new Uri("https://oapi.example/send?x=1"), "SEC"), read.Value.Webhook);
        // Neither is written to a log by accident.
        Assert.DoesNotContain("s3cret", read.Value.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("SEC", read.Value.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Site", "lianzhang", "LIANZHANG_SITE")]
    [InlineData("Mail:Port", "0", "LIANZHANG_MAIL__PORT")]
    [InlineData("Mail:Security", "ssl", "LIANZHANG_MAIL__SECURITY")]
    [InlineData("Mail:From", "nobody", "LIANZHANG_MAIL__FROM")]
    [InlineData("Mail:Host", "", "LIANZHANG_MAIL__HOST")]
    [InlineData("Mail:Password_File", "absent", "LIANZHANG_MAIL__PASSWORD_FILE")]
    [InlineData("Webhook:Url", "ftp://x", "LIANZHANG_WEBHOOK__URL")]
    [InlineData("Webhook:Kind", "feishu", "LIANZHANG_WEBHOOK__KIND")]
    public void What_cannot_be_used_is_named(string key, string value, string variable)
    {
        var settings = new Dictionary<string, string?> { ["Mail:Host"] = "h", ["Mail:From"] = "a@b.example", ["Webhook:Url"] = "https://x.example", [key] = value };
        var fault = Assert.Single(Read([.. settings.Select(one => (one.Key, one.Value))]).Faults);
        Assert.Equal(variable, fault.At.File);
    }

    private static Outcome<NoticeSettings> Read(params (string Key, string? Value)[] settings) =>
        ReadNoticeSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Key, one => one.Value)).Build());
}
