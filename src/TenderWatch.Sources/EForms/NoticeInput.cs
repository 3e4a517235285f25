using System.Buffers;
using System.Text;

namespace TenderWatch.Sources.EForms;

/// <summary>
/// The characters of a notice on their way to the XML parser: decoded strictly, counted against the limit, with what a fault needs to be
/// named remembered (the beginning, the end), and the only place that sees every character.
/// </summary>
internal sealed class NoticeInput : TextReader
{
    private const int HeadLength = 4096;
    private const int TailLength = 256;
    private const int BufferSize = 32 * 1024;

    private readonly Stream _stream;
    private readonly EformsLimits _limits;
    private readonly byte[] _bytes = ArrayPool<byte>.Shared.Rent(BufferSize);
    private readonly char[] _chars = ArrayPool<char>.Shared.Rent(BufferSize);
    private readonly Decoder _decoder;
    private readonly StringBuilder _head = new();
    private bool _returned;
    private int _at;
    private int _filled;
    private int _charAt;
    private int _charCount;
    private int _count;
    private int _sinceTag;
    private string _tail = "";

    public NoticeInput(Stream stream, EformsLimits limits)
    {
        _stream = stream;
        _limits = limits;
        // The first fill decides the encoding: four bytes at least, more where the stream gives more.
        while (_filled < HeadLength && Fill() > 0)
        {
        }

        _decoder = EncodingDetection.Detect(_bytes.AsSpan(0, _filled), out _at).GetDecoder();
    }

    /// <summary>Whether the text that SDK templates carry for "fill this in" has come by.</summary>
    public bool HasPlaceholderText { get; private set; }

    /// <summary>Whether the parser has asked beyond the last character.</summary>
    public bool Ended { get; private set; }

    /// <summary>The beginning of the document.</summary>
    public string Head => _head.ToString();

    /// <summary>Its last characters so far.</summary>
    public string Tail => _tail;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        if (count == 0) return 0;
        if (_charAt == _charCount)
        {
            (_charAt, _charCount) = (0, Decode());
            if (_charCount == 0)
            {
                Ended = true;
                return 0;
            }

            Watch(_chars.AsSpan(0, _charCount));
        }

        var given = Math.Min(count, _charCount - _charAt);
        _chars.AsSpan(_charAt, given).CopyTo(buffer.AsSpan(index));
        _charAt += given;
        return given;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_returned)
        {
            _returned = true;
            ArrayPool<byte>.Shared.Return(_bytes);
            ArrayPool<char>.Shared.Return(_chars);
        }

        base.Dispose(disposing);
    }

    private int Decode()
    {
        while (true)
        {
            if (_at == _filled)
            {
                _at = _filled = 0;
                Fill();
            }

            var end = _filled == 0;
            try
            {
                _decoder.Convert(_bytes.AsSpan(_at, _filled - _at), _chars, flush: end, out var bytesUsed, out var charsUsed, out _);
                _at += bytesUsed;
                if (charsUsed > 0 || end) return charsUsed;
            }
            catch (DecoderFallbackException)
            {
                throw new NoticeFaultException("encoding", $"Bytes that are no characters in the encoding of the document, after {_count} characters.");
            }
        }
    }

    private int Fill()
    {
        var read = _stream.Read(_bytes, _filled, _bytes.Length - _filled);
        _filled += read;
        return read;
    }

    private void Watch(ReadOnlySpan<char> chars)
    {
        _count += chars.Length;
        if (_count > _limits.MaxCharacters) throw new NoticeFaultException("too-large", $"The notice has more than {_limits.MaxCharacters} characters.");
        // No tag and no text has this sign in it, so the way from one to the next is as long as a tag with its text. Comments may have it; they cost no memory.
        // What begins and ends within one read is shorter than the buffer, and so than any limit that makes sense.
        var first = chars.IndexOf('<');
        if (_sinceTag + (first < 0 ? chars.Length : first) > _limits.MaxTagCharacters)
            throw new NoticeFaultException("too-large", $"A tag with the text behind it has more than {_limits.MaxTagCharacters} characters.");
        _sinceTag = first < 0 ? _sinceTag + chars.Length : chars.Length - 1 - chars.LastIndexOf('<');
        if (_head.Length < HeadLength) _head.Append(chars[..Math.Min(chars.Length, HeadLength - _head.Length)]);
        // The tail is as long as the longest text that might lie across two reads.
        HasPlaceholderText = HasPlaceholderText || chars.Contains(TextFacts.Placeholder, StringComparison.Ordinal)
            || string.Concat(_tail, chars[..Math.Min(chars.Length, TextFacts.Placeholder.Length)]).Contains(TextFacts.Placeholder, StringComparison.Ordinal);
        _tail = chars.Length >= TailLength ? chars[^TailLength..].ToString()
            : string.Concat(_tail.AsSpan(Math.Max(0, _tail.Length + chars.Length - TailLength)), chars);
    }
}
