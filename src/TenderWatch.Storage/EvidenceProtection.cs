using Azure;
using Azure.Storage.Blobs.Models;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Storage;

/// <summary>Asks storage whether it keeps the containers of evidence from being changed. An answer is used for an hour: policies change seldom, and pages are read often.</summary>
public sealed class EvidenceProtection(StorageAccount account, TimeProvider time) : IEvidenceProtection
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    private (EvidenceImmutability Said, DateTimeOffset At)? _known;

    /// <inheritdoc/>
    public async Task<EvidenceImmutability> ReadAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known && time.GetUtcNow() - known.At < Fresh) return known.Said;
        var said = await AskAsync(cancellationToken);
        _known = (said, time.GetUtcNow());
        return said;
    }

    private async Task<EvidenceImmutability> AskAsync(CancellationToken cancellationToken)
    {
        if (account.IsEmulator) return new(ImmutabilityState.Emulator, [], []);
        var (without, held) = (new List<string>(), new List<string>());
        foreach (var container in account.AllContainers)
        {
            try
            {
                BlobContainerProperties properties = await container.GetPropertiesAsync(cancellationToken: cancellationToken);
                if (properties.HasImmutabilityPolicy != true && !properties.HasImmutableStorageWithVersioning) without.Add(container.Name);
                if (properties.HasLegalHold == true) held.Add(container.Name);
            }
            catch (RequestFailedException refused) when (refused.Status == 403)
            {
                return new(ImmutabilityState.Unknown, [], []);
            }
            catch (RequestFailedException absent) when (absent.Status == 404)
            {
                without.Add(container.Name);
            }
        }

        return new(without.Count == 0 ? ImmutabilityState.Protected : ImmutabilityState.Missing, without, held);
    }
}
