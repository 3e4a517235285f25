namespace TenderWatch.Core.Screening;

/// <summary>What to put into the result, and with how many threads.</summary>
public sealed record ScreeningOptions
{
    /// <summary>Whether to say why indicators say nothing.</summary>
    public bool Explain { get; init; }

    /// <summary>Whether to add Cardinal's maps from contracting processes to organisations.</summary>
    public bool Maps { get; init; }

    /// <summary>Whether to add the quartiles and fences.</summary>
    public bool Meta { get; init; } = true;

    /// <summary>How many threads read; all cores unless set.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Bytes that a thread reads at once. A line may be longer.</summary>
    public int BlockSize { get; init; } = 1 << 20;
}
