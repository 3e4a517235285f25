namespace TenderWatch.Core.Screening.Reading;

/// <summary>
/// A set of text numbers that is emptied in no time: a number is in it when its stamp is that of the present round. A list of a million
/// tenderers, made to slow the screening down, costs what reading it costs.
/// </summary>
internal sealed class IdSet
{
    private int[] _stamps = new int[256];
    private int _round = 1;

    public int Count { get; private set; }

    public void Clear()
    {
        Count = 0;
        if (++_round < int.MaxValue) return;
        Array.Clear(_stamps);
        _round = 1;
    }

    /// <returns>Whether the number was not in it yet.</returns>
    public bool Add(int id)
    {
        if (id >= _stamps.Length) Array.Resize(ref _stamps, Math.Max(id + 1, _stamps.Length * 2));
        if (_stamps[id] == _round) return false;
        _stamps[id] = _round;
        Count++;
        return true;
    }

    public bool Contains(int id) => id < _stamps.Length && _stamps[id] == _round;
}
