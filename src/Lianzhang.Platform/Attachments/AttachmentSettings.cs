using System.Net;

namespace Lianzhang.Platform.Attachments;

/// <summary>What the operator may set for files that are handed in.</summary>
/// <param name="Scanner">Where a clamd listens that looks through every file; none is asked where it is left out.</param>
public sealed record AttachmentSettings(DnsEndPoint? Scanner = null);
