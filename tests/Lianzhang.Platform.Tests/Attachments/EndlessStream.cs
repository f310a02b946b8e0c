namespace Lianzhang.Platform.Tests.Attachments;

/// <summary>A stream of so many bytes that nobody holds, beginning as a PDF; counts what is read of it.</summary>
internal sealed class EndlessStream(long length) : Stream
{
    public long BytesRead { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => BytesRead; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = (int)Math.Min(count, length - BytesRead);
        buffer.AsSpan(offset, read).Fill((byte)' ');
        if (BytesRead == 0)
            Samples.Pdf.CopyTo(buffer, offset);
        BytesRead += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
