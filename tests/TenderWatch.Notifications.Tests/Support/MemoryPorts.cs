using TenderWatch.Core.Evidence;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Notifications.Tests.Support;

internal sealed class MemoryOutbox : IOutbox
{
    public Dictionary<string, OutboxMessage> Messages { get; } = new(StringComparer.Ordinal);

    /// <summary>Ends the process, so to speak, before an update is written.</summary>
    public bool Crash { get; set; }

    public Task<bool> QueueAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.FromResult(Messages.TryAdd(message.Id, message));

    public Task<IReadOnlyList<OutboxMessage>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<OutboxMessage>>(
        [.. Messages.Values.Where(message => message.State == OutboxState.Pending && (message.NotBefore ?? now) <= now).OrderBy(message => message.QueuedAt)]);

    public Task UpdateAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (Crash) throw new InvalidOperationException("crashed");
        Messages[message.Id] = message;
        return Task.CompletedTask;
    }

    public Task<OutboxMessage?> FindUnsentAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(Messages.TryGetValue(id, out var message) && message.State is OutboxState.Pending or OutboxState.Dead ? message : null);

    public Task<IReadOnlyList<OutboxMessage>> AboutAsync(string subject, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OutboxMessage>>([.. Messages.Values.Where(message => message.Subject == subject).OrderBy(message => message.QueuedAt)]);

    public Task<IReadOnlyList<OutboxMessage>> UnsentAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public IReadOnlyList<RecipientPace> Pace { get; private set; } = [];

    public Task<IReadOnlyList<RecipientPace>> PaceAsync(CancellationToken cancellationToken) => Task.FromResult(Pace);

    public Task SavePaceAsync(IReadOnlyList<RecipientPace> pace, CancellationToken cancellationToken)
    {
        Pace = pace;
        return Task.CompletedTask;
    }
}

internal sealed class MemoryEvidence : IEvidenceStore
{
    public Dictionary<(Digest, Confidentiality), byte[]> Blobs { get; } = [];

    public Task<Digest> PutAsync(ReadOnlyMemory<byte> content, string mediaType, Confidentiality confidentiality, CancellationToken cancellationToken)
    {
        var digest = Digest.Of(content.Span);
        Blobs[(digest, confidentiality)] = content.ToArray();
        return Task.FromResult(digest);
    }

    public Task<Digest> PutAsync(Stream content, string mediaType, Confidentiality confidentiality, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<byte[]> GetAsync(Digest sha256, Confidentiality confidentiality, CancellationToken cancellationToken) =>
        Blobs.TryGetValue((sha256, confidentiality), out var bytes) ? Task.FromResult(bytes) : throw new EvidenceException($"{sha256} is absent.");

    public string Container(Confidentiality confidentiality) => throw new NotSupportedException();

    public IAsyncEnumerable<string> ListAsync(Confidentiality confidentiality, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Digest?> HashAsync(string name, Confidentiality confidentiality, CancellationToken cancellationToken) => throw new NotSupportedException();
}

internal sealed class MemoryInbox : ICaseInbox
{
    public Dictionary<string, (string CaseId, CaseEvent Event)> Raised { get; } = new(StringComparer.Ordinal);

    public int Calls { get; private set; }

    public Task<bool> RaiseAsync(string caseId, CaseEvent caseEvent, CancellationToken cancellationToken)
    {
        Calls++;
        return Task.FromResult(Raised.TryAdd(caseEvent.Id, (caseId, caseEvent)));
    }

    public Task<IReadOnlyList<string>> WaitingCasesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<WaitingEvent>> WaitingAsync(string caseId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<int, RememberedResult>> RememberedAsync(string caseId, string eventId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RememberAsync(string caseId, string eventId, int step, RememberedResult result, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task CompleteAsync(string caseId, string eventId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> SetAsideAsync(string caseId, string eventId, string reason, CancellationToken cancellationToken) => throw new NotSupportedException();
}
