using System.Collections.Concurrent;

namespace Lianzhang.Benchmarks;

/// <summary>A browser and the reverse proxy before the server: cookies are kept, and the server is told that they came over TLS.</summary>
internal sealed class BehindTls() : DelegatingHandler(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
{
    /// <summary>What the server is started with to believe it.</summary>
    public static readonly KeyValuePair<string, string?> Setting = new("LIANZHANG_Proxy__Known", "127.0.0.1,::1");

    private readonly ConcurrentDictionary<string, string> cookies = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Add("X-Forwarded-Proto", "https");
        if (!cookies.IsEmpty)
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var parts = cookie.Split(';')[0].Split('=', 2);
            cookies[parts[0]] = parts[1];
        }

        return answer;
    }
}
