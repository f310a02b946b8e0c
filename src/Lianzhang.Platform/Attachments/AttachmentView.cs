namespace Lianzhang.Platform.Attachments;

/// <summary>A file as a page lists it.</summary>
public sealed record AttachmentView(Guid Id, string Name, FileKind Kind, int Bytes, string AddedBy, DateTimeOffset AddedAt);

/// <summary>What a file belongs to.</summary>
/// <param name="Kind">The kind that its module registered by <see cref="AttachmentsModule.AddAttachedTo"/>, such as order.</param>
/// <param name="Id">Which one of the kind.</param>
public sealed record AttachedTo(string Kind, string Id)
{
    public override string ToString() => $"{Kind}/{Id}";

    internal static AttachedTo Read(string subject) => subject.IndexOf('/', StringComparison.Ordinal) is > 0 and var at
        ? new AttachedTo(subject[..at], subject[(at + 1)..])
        : throw new FormatException($"'{subject}' is no subject of a file");
}

/// <summary>What may be handed in.</summary>
public static class AttachmentLimits
{
    public const int MostBytes = 20_000_000;

    /// <summary>For one subject.</summary>
    public const int Most = 10;
}
