using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Lianzhang.Platform.Attachments;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lianzhang.Platform.Tests.Attachments;

/// <summary>The scanner's own protocol, spoken by a listener of the test.</summary>
public sealed class VirusScannerTests
{
    [Theory]
    [InlineData("stream: OK\0", null)]
    [InlineData("stream: Eicar-Test-Signature FOUND\0", "Eicar-Test-Signature")]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", "没有应答")]
    [InlineData("", "没有应答")]
    public async Task The_word_of_the_scanner_decides(string answer, string? refusal)
    {
        using var clamd = new TcpListener(IPAddress.Loopback, 0);
        clamd.Start();
        var seen = Serve(clamd, answer);
        var content = Enumerable.Range(0, 150_000).Select(number => (byte)(number * 31 % 251)).ToArray();
        var problem = await Scanner(clamd).Refuse(new MemoryStream(content), TestContext.Current.CancellationToken);
        Assert.Equal(content, await seen);
        if (refusal is null)
            Assert.Null(problem);
        else
            Assert.Contains(refusal, problem!.Detail.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scanner_that_is_not_there_keeps_files_out()
    {
        using var clamd = new TcpListener(IPAddress.Loopback, 0);
        clamd.Start();
        var scanner = Scanner(clamd);
        clamd.Stop();
        Assert.Contains("没有应答", (await scanner.Refuse(new MemoryStream(Samples.Pdf), TestContext.Current.CancellationToken))!.Detail.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scanner_that_never_answers_is_waited_for_a_minute()
    {
        using var clamd = new TcpListener(IPAddress.Loopback, 0);
        clamd.Start();
        var time = new FakeTimeProvider();
        var asked = Scanner(clamd, time).Refuse(new MemoryStream(Samples.Pdf), TestContext.Current.CancellationToken);
        using var silent = await clamd.AcceptSocketAsync(TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(asked.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("没有应答", (await asked)!.Detail.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_scanner_nothing_is_asked() =>
        Assert.Null(await new VirusScanner(new AttachmentSettings(), TimeProvider.System, NullLogger<VirusScanner>.Instance).Refuse(Stream.Null, TestContext.Current.CancellationToken));

    private static VirusScanner Scanner(TcpListener clamd, TimeProvider? time = null) =>
        new(new AttachmentSettings(new DnsEndPoint("127.0.0.1", ((IPEndPoint)clamd.LocalEndpoint).Port)), time ?? TimeProvider.System, NullLogger<VirusScanner>.Instance);

    // Reads what is asked as clamd does, and gives back the content that came.
    private static async Task<byte[]> Serve(TcpListener clamd, string answer)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var client = await clamd.AcceptTcpClientAsync(cancel);
        await using var line = client.GetStream();
        var command = new byte["zINSTREAM\0".Length];
        await line.ReadExactlyAsync(command, cancel);
        Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));
        using var content = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await line.ReadExactlyAsync(length, cancel);
            if (BinaryPrimitives.ReadInt32BigEndian(length) is not (> 0 and var size))
                break;
            var block = new byte[size];
            await line.ReadExactlyAsync(block, cancel);
            content.Write(block);
        }

        await line.WriteAsync(Encoding.UTF8.GetBytes(answer), cancel);
        return content.ToArray();
    }
}
