using TenderWatch.Core.Evidence.Notes;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence;

/// <summary>What one verification has found so far. Several ledgers and blobs are read at once.</summary>
internal sealed class VerificationRun(IProgress<VerificationProgress>? progress) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<VerificationFault> _faults = [];

    public long Cases { get; private set; }

    public long Entries { get; private set; }

    public long Blobs { get; private set; }

    /// <summary>By the blob, so that they are the same whatever was read first.</summary>
    public IReadOnlyList<VerificationFault> Faults =>
        [.. _faults.OrderBy(fault => fault.Blob, StringComparer.Ordinal).ThenBy(fault => fault.Code, StringComparer.Ordinal)];

    /// <summary>What is known of the ledgers.</summary>
    public SortedNotes Ledgers { get; } = new();

    /// <summary>What is known of the evidence.</summary>
    public SortedNotes Evidence { get; } = new();

    public void Fault(string blob, string code, LocalizedText what)
    {
        lock (_gate) _faults.Add(new VerificationFault(blob, code, what));
    }

    public void ReadCase()
    {
        lock (_gate) Cases++;
    }

    public void ReadEntry()
    {
        lock (_gate)
        {
            Entries++;
            progress?.Report(new VerificationProgress(Entries, Blobs, _faults.Count));
        }
    }

    public void ReadBlob()
    {
        lock (_gate)
        {
            Blobs++;
            progress?.Report(new VerificationProgress(Entries, Blobs, _faults.Count));
        }
    }

    public void Dispose()
    {
        Ledgers.Dispose();
        Evidence.Dispose();
    }
}
