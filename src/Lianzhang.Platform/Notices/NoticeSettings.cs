namespace Lianzhang.Platform.Notices;

/// <summary>How a mail server is spoken to.</summary>
public enum MailSecurity
{
    /// <summary>In clear, then under TLS; refused when the server offers none.</summary>
    StartTls,

    /// <summary>Under TLS from the start.</summary>
    Tls,

    /// <summary>In clear: for a relay on the same machine.</summary>
    None,
}

/// <summary>The mail server that notices leave by.</summary>
public sealed record MailSettings(string Host, int Port, MailSecurity Security, string From, string? User = null, string? Password = null)
{
    public override string ToString() => $"{Host}:{Port}";
}

/// <summary>Whose robot posts into a group.</summary>
public enum WebhookKind
{
    WeCom,
    DingTalk,
}

/// <summary>A group robot that notices are posted to. Its address is a secret: whoever has it can post.</summary>
/// <param name="Kind">Whose it is.</param>
/// <param name="Url">Where it is posted to.</param>
/// <param name="Secret">By which a DingTalk robot tells genuine posts.</param>
public sealed record WebhookSettings(WebhookKind Kind, Uri Url, string? Secret = null)
{
    public override string ToString() => Kind.ToString();
}

/// <summary>How notices leave the product; without any, they wait in the inbox alone.</summary>
/// <param name="Site">The address at which people reach the product, for links in what is sent.</param>
/// <param name="Mail">The mail server, if there is one.</param>
/// <param name="Webhook">The group robot, if there is one.</param>
public sealed record NoticeSettings(Uri? Site = null, MailSettings? Mail = null, WebhookSettings? Webhook = null);
