using System.Text;

namespace TenderWatch.Sources.Tests.BadInput;

/// <summary>A beginning and then the same over and over, up to a length: made as it is read and never held.</summary>
internal sealed class EndlessStream(string start, Func<int, string> piece, long length) : Stream
{
    private byte[] _current = Encoding.UTF8.GetBytes(start);
    private int _at;
    private int _number;

    /// <summary>How much was taken from it.</summary>
    public long Taken { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (_at == _current.Length)
        {
            if (Taken >= length) return 0;
            (_current, _at) = (Next(), 0);
        }

        var given = Math.Min(count, _current.Length - _at);
        _current.AsSpan(_at, given).CopyTo(buffer.AsSpan(offset));
        _at += given;
        Taken += given;
        return given;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private byte[] Next()
    {
        var text = new StringBuilder();
        while (text.Length < 60_000) text.Append(piece(_number++));
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
