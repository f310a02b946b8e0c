using System.Net;
using System.Text;
using System.Text.Json;
using Lianzhang.Core.Values;
using Lianzhang.Hosting;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Identity;
using Lianzhang.Web.Shell;

namespace Lianzhang.Files;

/// <summary>Reads what the operator set: from variables such as LIANZHANG_SignIn__LockoutAfter, else from a JSON file.</summary>
internal static class ReadServerSettings
{
    private const int MostBytes = 1_000_000;

    /// <param name="path">The file, or null for none.</param>
    public static Outcome<ServerSettings> Read(string? path)
    {
        var environment = new ConfigurationBuilder().AddEnvironmentVariables(SettingValues.Prefix).Build();
        if (path is null)
            return From(environment, string.Empty, new ConfigurationBuilder().Build());
        var read = ReadTextFile.Read(path, MostBytes);
        if (!read.Succeeded(out var file))
            return Outcome<ServerSettings>.Failed(read.Faults);
        try
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(file.Text));
            return From(environment, file.Path, new ConfigurationBuilder().AddJsonStream(stream).Build());
        }
        catch (Exception broken) when (broken is FormatException or JsonException)
        {
            var line = (broken as JsonException ?? broken.InnerException) is JsonException json ? (int)(json.LineNumber ?? -1) + 1 : 0;
            return Outcome<ServerSettings>.Failed(new Fault(new Location(file.Path, line), (
                "不是可用的设置文件：应为一个 JSON 对象，每项设置只写一次",
                "is no file of settings: it must be one JSON object with each setting once")));
        }
    }

    internal static Outcome<ServerSettings> From(IConfiguration environment, string path, IConfiguration file)
    {
        var values = new SettingValues(environment, path, file);
        var settings = new ServerSettings(SignIn(values), Limits(values), new KnownProxies(values.Networks("Proxy:Known")), ReadNoticeSettings.Read(values), OpenId(values)) { Attachments = new AttachmentSettings(Scanner(values)) };
        values.RefuseUnknown();
        return values.Faults.Count == 0 ? Outcome<ServerSettings>.Of(settings) : Outcome<ServerSettings>.Failed(values.Faults);
    }

    private static SignInRules SignIn(SettingValues values)
    {
        var otherwise = new SignInRules();
        var rules = new SignInRules
        {
            MostFailures = values.Number("SignIn:LockoutAfter", otherwise.MostFailures, 3, 20),
            LockedFor = TimeSpan.FromMinutes(values.Number("SignIn:LockoutMinutes", (int)otherwise.LockedFor.TotalMinutes, 1, 1_440)),
            Idle = TimeSpan.FromMinutes(values.Number("SignIn:IdleMinutes", (int)otherwise.Idle.TotalMinutes, 5, 480)),
            Longest = TimeSpan.FromHours(values.Number("SignIn:LongestHours", (int)otherwise.Longest.TotalHours, 1, 24)),
            // A one-time password has 19 characters and must pass as well.
            ShortestPassword = values.Number("SignIn:ShortestPassword", otherwise.ShortestPassword, 8, 16),
            AttemptsPerMinute = values.Number("SignIn:AttemptsPerMinute", otherwise.AttemptsPerMinute, 5, 1_000),
            PasskeyDomain = Domain(values),
        };
        if (rules.Idle > rules.Longest)
            values.Refuse("SignIn:IdleMinutes", ("不能长于 SignIn:LongestHours", "cannot be longer than SignIn:LongestHours"));
        return rules;
    }

    private static string? Domain(SettingValues values)
    {
        const string Key = "SignIn:PasskeyDomain";
        var domain = values.Text(Key);
        if (domain is not null && Uri.CheckHostName(domain) != UriHostNameType.Dns)
            values.Refuse(Key, ($"“{domain}”不可用，应为域名，如 lianzhang.example.gov.cn，不含协议、端口和路径", $"'{domain}' cannot be used; it must be a domain such as lianzhang.example.gov.cn, without scheme, port or path"));
        return domain;
    }

    private static DnsEndPoint? Scanner(SettingValues values)
    {
        const string Key = "Attachments:Scanner";
        if (values.Text(Key) is not { } given)
            return null;
        if (Uri.TryCreate($"tcp://{given}", UriKind.Absolute, out var address) && address is { Port: > 0, PathAndQuery: "" or "/", UserInfo: "" })
            return new DnsEndPoint(address.DnsSafeHost, address.Port);
        values.Refuse(Key, ($"“{given}”不可用，应为 clamd 的地址和端口，如 127.0.0.1:3310", $"'{given}' cannot be used; it must be the address and port of a clamd, such as 127.0.0.1:3310"));
        return null;
    }

    private static OpenIdProvider? OpenId(SettingValues values)
    {
        var (id, secret) = (values.Text("OpenId:ClientId"), values.Secret("OpenId:ClientSecret"));
        var (name, claim) = (values.Text("OpenId:Name") ?? "统一身份认证", values.Text("OpenId:AccountClaim") ?? "preferred_username");
        if (values.Address("OpenId:Authority") is not { } authority)
            return null;
        if (authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback)
            values.Refuse("OpenId:Authority", ("应为 https 地址", "must be an https address"));
        if (id is null)
            values.Refuse("OpenId:ClientId", ("必须填写", "must be given"));
        return new OpenIdProvider(authority, id ?? string.Empty, secret, name, claim);
    }

    private static RequestLimits Limits(SettingValues values)
    {
        var otherwise = new RequestLimits();
        return new RequestLimits
        {
            ChangesPerMinute = values.Number("Limits:ChangesPerMinute", otherwise.ChangesPerMinute, 10, 10_000),
            ReadsPerMinute = values.Number("Limits:ReadsPerMinute", otherwise.ReadsPerMinute, 100, 100_000),
        };
    }
}
