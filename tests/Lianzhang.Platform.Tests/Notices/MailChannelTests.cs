using System.Net;
using System.Net.Sockets;
using System.Text;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Shared;
using MimeKit;

namespace Lianzhang.Platform.Tests.Notices;

/// <summary>Mail as a server on this machine receives it.</summary>
public sealed class MailChannelTests
{
    private static readonly OutgoingNotice Notice = new("王芳", "wangfang@heze.example", "请于周五前答复。", new Uri("https://lianzhang.example/complaints"));

    [Fact]
    public async Task A_mail_arrives_with_subject_text_and_link()
    {
        using var server = new MailServer();
        var received = server.Receive(TestContext.Current.CancellationToken);
        await new MailChannel(server.Settings).Send(Notice, TestContext.Current.CancellationToken);
        using var mail = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(await received)), TestContext.Current.CancellationToken);
        Assert.Equal("【链长】请于周五前答复。", mail.Subject);
        Assert.Equal("wangfang@heze.example", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Equal("lianzhang@heze.example", Assert.Single(mail.From.Mailboxes).Address);
        Assert.Contains("https://lianzhang.example/complaints", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_address_is_passed_over() =>
        // Port 1 answers nobody: it would fail if it were asked.
        await new MailChannel(new MailSettings("127.0.0.1", 1, MailSecurity.None, "lianzhang@heze.example")).Send(Notice with { Email = null }, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_server_that_is_not_there_or_offers_no_tls_is_a_failure()
    {
        using var server = new MailServer();
        await Assert.ThrowsAnyAsync<Exception>(() => new MailChannel(server.Settings with { Port = 1 }).Send(Notice, TestContext.Current.CancellationToken));
        _ = server.Receive(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<Exception>(() => new MailChannel(server.Settings with { Security = MailSecurity.StartTls }).Send(Notice, TestContext.Current.CancellationToken));
    }

    /// <summary>Speaks as much SMTP as it takes to receive one mail.</summary>
    private sealed class MailServer : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public MailServer() => listener.Start();

        public MailSettings Settings => new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, MailSecurity.None, "lianzhang@heze.example");

        public async Task<string> Receive(CancellationToken cancel)
        {
            using var client = await listener.AcceptTcpClientAsync(cancel);
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\r\n", AutoFlush = true };
            var mail = new StringBuilder();
            await writer.WriteLineAsync("220 test");
            while (await reader.ReadLineAsync(cancel) is { } line)
            {
                var verb = line.Split(' ')[0].ToUpperInvariant();
                await writer.WriteLineAsync(verb switch { "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 ok" });
                if (verb == "QUIT")
                    break;
                if (verb != "DATA")
                    continue;
                while (await reader.ReadLineAsync(cancel) is { } text && text != ".")
                    mail.AppendLine(text);
                await writer.WriteLineAsync("250 taken");
            }

            return mail.ToString();
        }

        public void Dispose() => listener.Dispose();
    }
}
