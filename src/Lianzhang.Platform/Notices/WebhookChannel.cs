using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Notices;

/// <summary>Posts notices into a group of WeCom or DingTalk, by the robot that the group has. Both take the same text.</summary>
internal sealed class WebhookChannel(WebhookSettings settings, TimeProvider time) : NoticeChannel, IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(15) };

    public override string Name => "webhook";

    public override async Task Send(OutgoingNotice notice, CancellationToken cancel)
    {
        var content = $"【链长】{notice.Name}：{notice.Title}{(notice.Address is { } address ? $"\n{address}" : string.Empty)}";
        using var answer = await http.PostAsJsonAsync(Signed(), new { msgtype = "text", text = new { content } }, cancel);
        answer.EnsureSuccessStatusCode();
        // Both answer 200 whatever happens, and say in the body whether it was taken.
        var taken = await answer.Content.ReadFromJsonAsync<RobotAnswer>(cancel);
        if (taken is not { Code: 0 })
            throw new HttpRequestException($"{taken?.Code} {taken?.Message}");
    }

    public void Dispose() => http.Dispose();

    private Uri Signed()
    {
        if (settings.Secret is not { } secret)
            return settings.Url;
        var timestamp = time.GetUtcNow().ToUnixTimeMilliseconds();
        var sign = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{secret}"));
        return new Uri($"{settings.Url}{(settings.Url.Query.Length > 0 ? '&' : '?')}timestamp={timestamp}&sign={Uri.EscapeDataString(Convert.ToBase64String(sign))}");
    }

    private sealed record RobotAnswer([property: JsonPropertyName("errcode")] int Code, [property: JsonPropertyName("errmsg")] string? Message);
}
