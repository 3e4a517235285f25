namespace TenderWatch.Core.Screening;

/// <summary>
/// The currency in which prices are compared: that of the settings or else the first one observed. "First" is meant in the order of the file,
/// however many threads read it: a thread that observes a currency waits until no earlier block can still bring another.
/// </summary>
/// <param name="configured">The currency of the settings.</param>
internal sealed class MainCurrency(byte[]? configured)
{
    private readonly HashSet<long> _doneOutOfTurn = [];
    private volatile byte[]? _known = configured;
    private long _firstOpenBlock;

    /// <summary>The currency, when it is known already.</summary>
    public byte[]? Known => _known;

    /// <summary>The main currency, now that a bid in a currency has been observed.</summary>
    /// <param name="block">The place of the block in the file; each earlier one is being read or has been.</param>
    /// <param name="observed">The currency observed there.</param>
    public byte[] Of(long block, ReadOnlySpan<byte> observed)
    {
        lock (_doneOutOfTurn)
        {
            while (_known is null && _firstOpenBlock < block) Monitor.Wait(_doneOutOfTurn);
            return _known ??= observed.ToArray();
        }
    }

    /// <summary>Says that a block has been read to its end.</summary>
    public void Finished(long block)
    {
        lock (_doneOutOfTurn)
        {
            _doneOutOfTurn.Add(block);
            while (_doneOutOfTurn.Remove(_firstOpenBlock)) _firstOpenBlock++;
            Monitor.PulseAll(_doneOutOfTurn);
        }
    }
}
