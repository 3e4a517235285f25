using System.Runtime.InteropServices;

namespace TenderWatch.Core.Screening.Results;

/// <summary>
/// The values of the indicators for the keys of one group. Where a key stands in several lines, the later line decides, in whatever order
/// the lines are read.
/// </summary>
internal sealed class Flags
{
    private readonly List<Flag> _flags = [];
    private int[] _last = new int[256];

    public int Count => _flags.Count;

    /// <summary>Sets a value.</summary>
    /// <param name="key">The number of the key.</param>
    /// <param name="code">The indicator.</param>
    /// <param name="value">Its value.</param>
    /// <param name="line">The line that it comes from; 0 when it comes from all of them.</param>
    public void Set(int key, IndicatorCode code, double value, long line)
    {
        if (key >= _last.Length) Array.Resize(ref _last, Math.Max(key + 1, _last.Length * 2));
        var flags = CollectionsMarshal.AsSpan(_flags);
        for (var at = _last[key] - 1; at >= 0; at = flags[at].Before)
        {
            if (flags[at].Code != code) continue;
            if (line >= flags[at].Line) flags[at] = flags[at] with { Value = value, Line = line };
            return;
        }

        _flags.Add(new Flag(key, code, value, line, _last[key] - 1));
        _last[key] = _flags.Count;
    }

    public void Merge(Flags other, int[] keys)
    {
        foreach (var flag in other._flags) Set(keys[flag.Key], flag.Code, flag.Value, flag.Line);
    }

    /// <summary>The keys that have a value.</summary>
    public int[] Keys() => [.. Enumerable.Range(0, _last.Length).Where(key => _last[key] > 0)];

    /// <summary>Writes the values of a key by indicator; NaN and infinity included.</summary>
    /// <returns>A bit for each indicator that has a value.</returns>
    public int Values(int key, Span<double> values)
    {
        var present = 0;
        for (var at = _last[key] - 1; at >= 0; at = _flags[at].Before)
        {
            values[(int)_flags[at].Code] = _flags[at].Value;
            present |= 1 << (int)_flags[at].Code;
        }

        return present;
    }

    private readonly record struct Flag(int Key, IndicatorCode Code, double Value, long Line, int Before);
}
