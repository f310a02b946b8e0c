using Lianzhang.Core.Values;
using Lianzhang.Platform.Notices;

namespace Lianzhang.Hosting;

/// <summary>
/// Reads how notices leave the product from environment variables, such as LIANZHANG_MAIL__HOST. What is set and cannot be used
/// is a fault: a server that silently sends nothing is found out too late.
/// </summary>
internal static class ReadNoticeSettings
{
    private const string Prefix = "LIANZHANG_";

    public static Outcome<NoticeSettings> Read(IConfiguration settings)
    {
        var faults = new List<Fault>();
        var read = new NoticeSettings(Address(settings, "Site", faults), Mail(settings.GetSection("Mail"), faults), Webhook(settings.GetSection("Webhook"), faults));
        return faults.Count == 0 ? Outcome<NoticeSettings>.Of(read) : Outcome<NoticeSettings>.Failed(faults);
    }

    private static MailSettings? Mail(IConfigurationSection mail, List<Fault> faults)
    {
        if (!mail.Exists())
            return null;
        var host = Needed(mail, "Host", faults);
        var from = Needed(mail, "From", faults);
        if (from.Length > 0 && !System.Net.Mail.MailAddress.TryCreate(from, out _))
            faults.Add(Wrong(mail, "From", ("应为邮箱地址", "must be an e-mail address")));
        var security = Choice(mail, "Security", MailSecurity.StartTls, faults);
        var port = mail["Port"] is not { } text ? security == MailSecurity.Tls ? 465 : 587 : int.TryParse(text, out var number) && number is > 0 and < 65_536 ? number : 0;
        if (port == 0)
            faults.Add(Wrong(mail, "Port", ("应为 1 至 65535 的整数", "must be a whole number from 1 to 65535")));
        return new MailSettings(host, port, security, from, mail["User"], Secret(mail, "Password", faults));
    }

    private static WebhookSettings? Webhook(IConfigurationSection webhook, List<Fault> faults)
    {
        if (!webhook.Exists())
            return null;
        Needed(webhook, "Url", faults);
        return Address(webhook, "Url", faults) is { } url ? new WebhookSettings(Choice(webhook, "Kind", WebhookKind.WeCom, faults), url, Secret(webhook, "Secret", faults)) : null;
    }

    private static string Needed(IConfigurationSection section, string name, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(section[name]))
            faults.Add(Wrong(section, name, ("必须填写", "must be given")));
        return section[name] ?? string.Empty;
    }

    private static Uri? Address(IConfiguration section, string name, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(section[name]))
            return null;
        if (Uri.TryCreate(section[name], UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        faults.Add(Wrong(section, name, ("应为 http 或 https 地址", "must be an http or https address")));
        return null;
    }

    private static T Choice<T>(IConfigurationSection section, string name, T otherwise, List<Fault> faults)
        where T : struct, Enum
    {
        if (section[name] is not { } text)
            return otherwise;
        if (Enum.TryParse<T>(text, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen))
            return chosen;
        faults.Add(Wrong(section, name, ($"应为 {string.Join("、", Enum.GetNames<T>())} 之一", $"must be one of {string.Join(", ", Enum.GetNames<T>())}")));
        return otherwise;
    }

    // A secret stands in the variable itself or in a file that the variable with _FILE names, as secrets are mounted.
    private static string? Secret(IConfigurationSection section, string name, List<Fault> faults)
    {
        if (section[$"{name}_File"] is not { } file)
            return section[name];
        if (File.Exists(file))
            return File.ReadAllText(file).TrimEnd();
        faults.Add(Wrong(section, $"{name}_File", ("文件不存在", "no such file")));
        return null;
    }

    private static Fault Wrong(IConfiguration section, string name, Text what)
    {
        var variable = Prefix + (section is IConfigurationSection { Path: var path } ? $"{path}:{name}" : name).Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant();
        return new Fault(new Location(variable), what);
    }
}
