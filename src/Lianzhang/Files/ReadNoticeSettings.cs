using Lianzhang.Platform.Notices;

namespace Lianzhang.Files;

/// <summary>Reads how notices leave the product. A server that silently sends nothing is found out too late, so nothing is passed over.</summary>
internal static class ReadNoticeSettings
{
    private static readonly string[] MailKeys = ["Mail:Host", "Mail:From", "Mail:User", "Mail:Password", "Mail:PasswordFile", "Mail:Port", "Mail:Security"];

    public static NoticeSettings Read(SettingValues values) => new(values.Address("Notices:Site"), Mail(values), Webhook(values));

    private static MailSettings? Mail(SettingValues values)
    {
        // All are asked for, so that each is known to be a setting whether or not mail is sent.
        var given = MailKeys.Select(values.Text).ToList();
        var security = values.Choice("Mail:Security", MailSecurity.StartTls);
        var port = values.Number("Mail:Port", security == MailSecurity.Tls ? 465 : 587, 1, 65_535);
        var password = values.Secret("Mail:Password");
        if (given.TrueForAll(value => value is null))
            return null;
        var (host, from) = (Needed(values, "Mail:Host"), Needed(values, "Mail:From"));
        if (from.Length > 0 && !System.Net.Mail.MailAddress.TryCreate(from, out _))
            values.Refuse("Mail:From", ($"“{from}”不可用，应为邮箱地址", $"'{from}' cannot be used; it must be an e-mail address"));
        return new MailSettings(host, port, security, from, values.Text("Mail:User"), password);
    }

    private static WebhookSettings? Webhook(SettingValues values)
    {
        var kind = values.Choice("Webhook:Kind", WebhookKind.WeCom);
        var secret = values.Secret("Webhook:Secret");
        return values.Address("Webhook:Url") is { } url ? new WebhookSettings(kind, url, secret) : null;
    }

    private static string Needed(SettingValues values, string key)
    {
        if (values.Text(key) is { } given)
            return given;
        values.Refuse(key, ("必须填写，否则无法发送邮件", "must be given for mail to be sent"));
        return string.Empty;
    }
}
