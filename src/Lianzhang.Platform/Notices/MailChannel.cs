using Lianzhang.Platform.Shared;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Lianzhang.Platform.Notices;

/// <summary>Sends notices by e-mail to people whose account has an address.</summary>
internal sealed class MailChannel(MailSettings settings) : NoticeChannel
{
    private const int Patience = 15_000;

    public override string Name => "mail";

    public override async Task Send(OutgoingNotice notice, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(notice.Email) || !MailboxAddress.TryParse(notice.Email, out var to))
            return;
        to.Name = notice.Name;
        using var message = new MimeMessage { Subject = $"【链长】{notice.Title}", Body = new TextPart("plain") { Text = $"{notice.Name}，您好：\n\n{notice.Title}\n\n{notice.Address}\n" } };
        message.From.Add(MailboxAddress.Parse(settings.From));
        message.To.Add(to);
        using var client = new SmtpClient { Timeout = Patience };
        await client.ConnectAsync(settings.Host, settings.Port, Options(settings.Security), cancel);
        if (settings.User is { } user)
            await client.AuthenticateAsync(user, settings.Password ?? string.Empty, cancel);
        await client.SendAsync(message, cancel);
        await client.DisconnectAsync(quit: true, cancel);
    }

    private static SecureSocketOptions Options(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
    };
}
