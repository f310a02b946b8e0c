using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Shared;
using Microsoft.Extensions.Time.Testing;

namespace Lianzhang.Platform.Tests.Notices;

/// <summary>Posts as a robot on this machine receives them.</summary>
public sealed class WebhookChannelTests
{
    private static readonly OutgoingNotice Notice = new("王芳", null, "请于周五前答复。", new Uri("https://lianzhang.example/complaints"));

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 6, 30, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_group_is_posted_the_text()
    {
        using var robot = new Robot("""{"errcode":0,"errmsg":"ok"}""");
        using var channel = new WebhookChannel(new WebhookSettings(WebhookKind.WeCom, robot.Address), time);
        var received = robot.Receive();
        await channel.Send(Notice, TestContext.Current.CancellationToken);
        var (query, body) = await received;
        Assert.Equal("?key=abc", query);
        using var post = JsonDocument.Parse(body);
        Assert.Equal("text", post.RootElement.GetProperty("msgtype").GetString());
        Assert.Equal("【链长】王芳：请于周五前答复。\nhttps://lianzhang.example/complaints", post.RootElement.GetProperty("text").GetProperty("content").GetString());
    }

    [Fact]
    public async Task A_post_to_DingTalk_is_signed()
    {
        using var robot = new Robot("""{"errcode":0,"errmsg":"ok"}""");
        using var channel = new WebhookChannel(new WebhookSettings(WebhookKind.DingTalk, robot.Address, "SEC1"), time);
        var received = robot.Receive();
        await channel.Send(Notice, TestContext.Current.CancellationToken);
        var timestamp = time.GetUtcNow().ToUnixTimeMilliseconds();
        var sign = Convert.ToBase64String(HMACSHA256.HashData("SEC1"u8.ToArray(), Encoding.UTF8.GetBytes($"{timestamp}\nSEC1")));
        Assert.Equal($"?key=abc&timestamp={timestamp}&sign={Uri.EscapeDataString(sign)}", (await received).Query);
    }

    [Fact]
    public async Task A_refusal_in_the_body_is_a_failure()
    {
        using var robot = new Robot("""{"errcode":93000,"errmsg":"invalid webhook url"}""");
        using var channel = new WebhookChannel(new WebhookSettings(WebhookKind.WeCom, robot.Address), time);
        _ = robot.Receive();
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => channel.Send(Notice, TestContext.Current.CancellationToken));
        Assert.Contains("invalid webhook url", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Answers one post as robots do.</summary>
    private sealed class Robot : IDisposable
    {
        private readonly HttpListener listener = new();
        private readonly string answer;

        public Robot(string answer)
        {
            this.answer = answer;
            using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            free.Start();
            var port = ((IPEndPoint)free.LocalEndpoint).Port;
            free.Stop();
            Address = new Uri($"http://127.0.0.1:{port}/send?key=abc");
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            listener.Start();
        }

        public Uri Address { get; }

        public async Task<(string Query, string Body)> Receive()
        {
            var context = await listener.GetContextAsync();
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            context.Response.ContentType = "application/json";
            context.Response.Close(Encoding.UTF8.GetBytes(answer), willBlock: false);
            return (context.Request.Url!.Query, body);
        }

        public void Dispose() => ((IDisposable)listener).Dispose();
    }
}
