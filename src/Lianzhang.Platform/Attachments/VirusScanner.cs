using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Lianzhang.Platform.Shared;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Attachments;

/// <summary>Asks a clamd about a content, by its INSTREAM command. A scanner that gives no clear word keeps the file out.</summary>
internal sealed partial class VirusScanner(AttachmentSettings settings, TimeProvider time, ILogger<VirusScanner> log)
{
    private const int LongestAnswer = 1_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private static readonly Problem NoAnswer = Problem.Invalid((
        "病毒扫描服务没有应答，文件没有保存。请稍后再试；仍不成功的，请联系系统管理员。",
        "The virus scanner gave no answer, so the file was not kept. Try again later, and tell the system administrator if that does not help."));

    /// <summary>Why the content is not taken, or null where nothing was found or no scanner is set.</summary>
    public async Task<Problem?> Refuse(Stream content, CancellationToken cancel)
    {
        if (settings.Scanner is null)
            return null;
        using var late = new CancellationTokenSource(Longest, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel, late.Token);
        try
        {
            return Read(await Ask(content, ends.Token));
        }
        catch (Exception failure) when (failure is SocketException or IOException || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            Failed(failure);
            return NoAnswer;
        }
    }

    private async Task<string> Ask(Stream content, CancellationToken cancel)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(settings.Scanner!.Host, settings.Scanner.Port, cancel);
        await using var line = client.GetStream();
        await line.WriteAsync("zINSTREAM\0"u8.ToArray(), cancel);
        content.Position = 0;
        var (block, length) = (new byte[64 * 1024], new byte[4]);
        int read;
        do
        {
            read = await content.ReadAsync(block, cancel);
            BinaryPrimitives.WriteInt32BigEndian(length, read);
            await line.WriteAsync(length, cancel);
            await line.WriteAsync(block.AsMemory(0, read), cancel);
        }
        while (read > 0);

        var answer = new byte[LongestAnswer];
        return Encoding.UTF8.GetString(answer, 0, await line.ReadAtLeastAsync(answer, LongestAnswer, throwOnEndOfStream: false, cancel)).Trim('\0', '\r', '\n', ' ');
    }

    // "stream: OK", "stream: Name.Of.Virus FOUND", or a word about what went wrong.
    private Problem? Read(string answer)
    {
        if (answer == "stream: OK")
            return null;
        if (answer.StartsWith("stream: ", StringComparison.Ordinal) && answer.EndsWith(" FOUND", StringComparison.Ordinal))
        {
            var found = answer["stream: ".Length..^" FOUND".Length];
            return Problem.Invalid(($"病毒扫描发现“{found}”，文件没有保存。请先清除病毒。", $"The virus scanner found {found}; the file was not kept. Clean it first."));
        }

        Unclear(answer);
        return NoAnswer;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The virus scanner could not be asked; files are kept out")]
    private partial void Failed(Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "The virus scanner answered '{Answer}'; files are kept out")]
    private partial void Unclear(string answer);
}
