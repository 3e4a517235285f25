using System.Text.Json;
using TenderWatch.Core.Leases;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Watching;

/// <summary>
/// One run over a source at a time, among all hosts. Looking needs no turn: it is taken before the first thing that is to be written,
/// so that a poll that finds nothing stays one read. A state that another run changed meanwhile is looked at anew, within the turn.
/// </summary>
internal sealed class SourceTurn(ILeases leases, IWatchState states, string source) : IAsyncDisposable
{
    private ILease? _lease;

    /// <summary>Who has the turn instead.</summary>
    public string? HeldBy { get; private set; }

    /// <summary>Whether the state was changed between looking and taking the turn.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Cancelled when the turn is lost.</summary>
    public CancellationToken Lost => _lease?.Lost ?? CancellationToken.None;

    /// <summary>Takes the turn, unless this run has it.</summary>
    /// <param name="before">The state that the run goes by.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Whether the run may write.</returns>
    public async Task<bool> TakeAsync(SourceState before, CancellationToken cancellationToken)
    {
        IsStale = false;
        if (_lease is not null)
        {
            Lost.ThrowIfCancellationRequested();
            return true;
        }

        (_lease, HeldBy) = await leases.TryTakeAsync("source:" + source, cancellationToken);
        if (_lease is null) return false;
        IsStale = Text(await states.GetSourceAsync(source, cancellationToken)) != Text(before);
        return !IsStale;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _lease?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static string Text(SourceState state) => JsonSerializer.Serialize(state, NoticeJson.Stored);
}
