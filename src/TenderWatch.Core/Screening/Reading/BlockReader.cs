using System.Text.Unicode;

namespace TenderWatch.Core.Screening.Reading;

/// <summary>Reads the releases of a block into a part.</summary>
internal sealed class BlockReader(ScreeningPart part)
{
    private static readonly System.Buffers.SearchValues<byte> White = System.Buffers.SearchValues.Create(" \t\n\f\r"u8);

    private readonly Release _release = new();

    public void Read(LineBlock block)
    {
        var bytes = block.Buffer.AsSpan(0, block.Length);
        // Told once for all lines; line by line only where it is not well.
        var isUtf8 = Utf8.IsValid(bytes);
        var maySplitPairs = SurrogateEscapes.MayHave(bytes);
        var (start, number) = (0, block.FirstLine);
        if (number == 1 && bytes.StartsWith("\uFEFF"u8)) start = 3;
        for (; start < bytes.Length; number++)
        {
            var length = bytes[start..].IndexOf((byte)'\n');
            if (length < 0) length = bytes.Length - start;
            var line = bytes.Slice(start, length);
            _release.Begin(block.Buffer, start, number, block.Place);
            start += length + 1;
            if (!line.ContainsAnyExcept(White)) continue;
            var fault = !isUtf8 && !Utf8.IsValid(line) ? "is not UTF-8."
                : ReleaseReader.Read(line, _release, part.Texts)
                ?? (maySplitPairs && !SurrogateEscapes.ArePaired(line) ? "is not valid JSON: a text has an escape that is no character." : null);
            if (fault is null) part.Take(_release);
            else part.BadLines.Add(number, fault);
        }
    }
}
