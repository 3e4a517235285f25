namespace TenderWatch.Core.Screening.Results;

/// <summary>A line that gave no release.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Fault">What is wrong with it; goes on after "Line 3".</param>
public sealed record BadLine(long Line, string Fault);

/// <summary>The lines that gave no release: the first thousand by name, and how many there are.</summary>
internal sealed class BadLines
{
    private const int Named = 1000;

    private List<BadLine> _first = [];

    public long Count { get; private set; }

    /// <summary>The first of them, in order.</summary>
    public IReadOnlyList<BadLine> First => _first;

    /// <summary>Adds a line; a part adds its lines in order.</summary>
    public void Add(long line, string fault)
    {
        Count++;
        if (_first.Count < Named) _first.Add(new BadLine(line, fault));
    }

    public void Merge(BadLines other)
    {
        Count += other.Count;
        _first = [.. _first.Concat(other._first).OrderBy(bad => bad.Line).Take(Named)];
    }
}
