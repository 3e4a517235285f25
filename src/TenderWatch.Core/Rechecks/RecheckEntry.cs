using System.Collections.Concurrent;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Rechecks;

/// <summary>Gives each recheck of a case the next number and raises its event.</summary>
public sealed class RecheckEntry(ICaseInbox inbox, ILedger ledger, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Numbers> _cases = new(StringComparer.Ordinal);

    /// <summary>Asks for a recheck of a case. The same request again gives the same number.</summary>
    /// <param name="caseId">The case that goes on.</param>
    /// <param name="checks">The checks; all where none is named.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="request">Derived from the request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Its number.</returns>
    public async Task<int> AskAsync(string caseId, IReadOnlyList<string> checks, string reason, string by, string request, CancellationToken cancellationToken)
    {
        var numbers = _cases.GetOrAdd(caseId, _ => new Numbers());
        // One at a time in this process; of two processes that want one number, the inbox gives it to one.
        await numbers.OneAtATime.WaitAsync(cancellationToken);
        try
        {
            while (true)
            {
                if (numbers.Last is null) await foreach (var known in ReadAsync(caseId, cancellationToken)) numbers.Know(known);
                if (numbers.Of.TryGetValue(request, out var number)) return number;
                var asked = new RecheckRequest((numbers.Last ?? 0) + 1, checks, reason, by, request);
                // Until it is known to be there, what is known is not the whole: an answer that was lost, or another process, may have taken the number.
                numbers.Forget();
                if (await inbox.RaiseAsync(caseId, RecheckEvents.Of(caseId, asked, time.GetUtcNow()), CancellationToken.None))
                {
                    numbers.Remember(asked);
                    return asked.Number;
                }
            }
        }
        finally
        {
            numbers.OneAtATime.Release();
        }
    }

    private async IAsyncEnumerable<RecheckRequest> ReadAsync(string caseId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var waiting in await inbox.WaitingAsync(caseId, cancellationToken))
        {
            if (RecheckEvents.Read(waiting.Event.Kind, waiting.Event.Body) is { } asked) yield return asked;
        }

        await foreach (var stored in ledger.ReadAsync(caseId, cancellationToken))
        {
            if (RecheckEvents.Read(LedgerEntry.Parse(stored.Bytes)) is { } asked) yield return asked;
        }
    }

    private sealed class Numbers
    {
        public SemaphoreSlim OneAtATime { get; } = new(1, 1);

        public int? Last { get; private set; }

        public Dictionary<string, int> Of { get; } = new(StringComparer.Ordinal);

        private int? _forgotten;

        /// <summary>What is known has to be read again, unless <see cref="Remember"/> follows.</summary>
        public void Forget() => (_forgotten, Last) = (Last, null);

        public void Remember(RecheckRequest asked)
        {
            Last = _forgotten;
            Know(asked);
        }

        public void Know(RecheckRequest asked)
        {
            Last = Math.Max(Last ?? 0, asked.Number);
            Of[asked.Request] = asked.Number;
        }
    }
}
