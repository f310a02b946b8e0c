using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Attachments;

/// <summary>
/// Takes in files that people hand in, before what they belong to is written: checked, kept under their hash, and waiting for a day
/// to be claimed by <see cref="AttachmentBook.Claim"/>.
/// </summary>
public sealed class ReceiveFiles
{
    private readonly FileVault vault;
    private readonly VirusScanner scanner;
    private readonly Run run;

    internal ReceiveFiles(FileVault vault, VirusScanner scanner, Run run) => (this.vault, this.scanner, this.run) = (vault, scanner, run);

    /// <summary>Reads a stream to its end, or until it is too long, and keeps it; its name and its content must say the same.</summary>
    public async Task<Answer<AttachmentView>> Take(string name, Stream content, Caller caller, CancellationToken cancel)
    {
        var clean = CleanName.Of(name);
        if (FileKinds.ByName(clean) is not { } named)
            return Refusal(clean, ("不能上传这种文件。可上传 PDF、JPG、PNG、Word（.docx）、Excel（.xlsx）和纯文本（.txt）文件", "such files are not taken; they may be PDF, JPG, PNG, Word (.docx), Excel (.xlsx) or plain text (.txt)"));
        await using var incoming = vault.Begin();
        if (!await incoming.Take(content, AttachmentLimits.MostBytes, cancel))
            return TooLarge(clean);
        if (Wrong(clean, named, incoming) is { } wrong)
            return wrong;
        if (await scanner.Refuse(incoming.Content, cancel) is { } infected)
            return infected;
        var answer = await run.Do(new AddAttachment(incoming.Hash, clean, named, incoming.Bytes), caller, cancel);
        // After the row: content that a sweep takes away before it sees the row is put in its place again by this.
        if (answer.Value is not null)
            incoming.Place();
        return answer;
    }

    internal static Problem TooLarge(string name) => new(ProblemKind.TooLarge, ("文件过大", "Too large"),
        ($"“{name}”超过 {AttachmentLimits.MostBytes / 1_000_000} MB，没有保存。", $"'{name}' has more than {AttachmentLimits.MostBytes / 1_000_000} MB and was not kept."));

    private static Problem? Wrong(string name, FileKind named, IncomingFile incoming)
    {
        if (incoming.Bytes == 0)
            return Refusal(name, ("文件是空的", "it is empty"));
        var sniffed = SniffContent.Of(incoming.Content);
        if (sniffed.Kind is not { } kind)
            return Refusal(name, sniffed.Refusal!.Value);
        return kind == named
            ? null
            : Refusal(name, ($"扩展名与内容不符，内容是{FileKinds.Words(kind).Zh}", $"its name does not fit its content, which is {FileKinds.Words(kind).En}"));
    }

    private static Problem Refusal(string name, Text why) => Problem.Invalid(($"“{name}”没有保存：{why.Zh}。", $"'{name}' was not kept: {why.En}."));
}
