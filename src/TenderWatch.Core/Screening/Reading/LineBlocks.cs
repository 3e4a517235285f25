namespace TenderWatch.Core.Screening.Reading;

/// <summary>Whole lines of the input.</summary>
internal sealed class LineBlock
{
    public byte[] Buffer { get; set; } = [];

    public int Length { get; set; }

    /// <summary>The place among the blocks, from 0.</summary>
    public long Place { get; set; }

    /// <summary>The number of its first line, from 1.</summary>
    public long FirstLine { get; set; }
}

/// <summary>
/// Cuts a stream into blocks of whole lines, one at a time for several threads. It holds what one read gave and no more; only a line that is longer
/// than a block makes its block larger, up to <see cref="LongestLine"/>.
/// </summary>
/// <param name="input">The stream.</param>
/// <param name="blockSize">Bytes of a block.</param>
internal sealed class LineBlocks(Stream input, int blockSize)
{
    /// <summary>A line beyond this is passed over and named: it is no release but an attack or a file that is no JSON lines.</summary>
    public const int LongestLine = 1 << 28;

    private readonly Lock _gate = new();
    private byte[] _rest = [];
    private long _nextPlace;
    private long _nextLine = 1;
    private bool _ended;

    /// <summary>Lines that were too long.</summary>
    public List<long> TooLong { get; } = [];

    /// <summary>Fills a block.</summary>
    /// <returns>False when there is none left.</returns>
    public bool Next(LineBlock block)
    {
        lock (_gate)
        {
            while (!_ended || _rest.Length > 0)
            {
                Fill(block);
                if (block.Length == 0) continue;
                (block.Place, block.FirstLine) = (_nextPlace++, _nextLine);
                _nextLine += block.Buffer.AsSpan(0, block.Length).Count((byte)'\n');
                return true;
            }

            return false;
        }
    }

    private void Fill(LineBlock block)
    {
        if (block.Buffer.Length < Math.Max(blockSize, _rest.Length)) block.Buffer = new byte[Math.Max(blockSize, _rest.Length)];
        _rest.CopyTo(block.Buffer, 0);
        var filled = _rest.Length;
        var end = 0;
        while (true)
        {
            var read = filled == block.Buffer.Length ? 0 : input.Read(block.Buffer, filled, block.Buffer.Length - filled);
            _ended |= read == 0 && filled < block.Buffer.Length;
            var newline = block.Buffer.AsSpan(filled, read).LastIndexOf((byte)'\n');
            if (newline >= 0) end = filled + newline + 1;
            filled += read;
            if (_ended)
            {
                (block.Length, _rest) = (filled, []);
                return;
            }

            if (filled < block.Buffer.Length) continue;
            if (end > 0)
            {
                (block.Length, _rest) = (end, block.Buffer.AsSpan(end, filled - end).ToArray());
                return;
            }

            if (filled >= LongestLine)
            {
                Skip(block);
                return;
            }

            var larger = new byte[(int)Math.Min(LongestLine, filled * 2L)];
            block.Buffer.CopyTo(larger, 0);
            block.Buffer = larger;
        }
    }

    // The rest of a line that is too long.
    private void Skip(LineBlock block)
    {
        TooLong.Add(_nextLine++);
        block.Buffer = new byte[blockSize];
        (block.Length, _rest) = (0, []);
        int read;
        while ((read = input.Read(block.Buffer, 0, block.Buffer.Length)) > 0)
        {
            var newline = block.Buffer.AsSpan(0, read).IndexOf((byte)'\n');
            if (newline < 0) continue;
            _rest = block.Buffer.AsSpan(newline + 1, read - newline - 1).ToArray();
            return;
        }

        _ended = true;
    }
}
