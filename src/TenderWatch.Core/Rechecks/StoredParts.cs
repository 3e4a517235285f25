using System.Text.Json;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Tombstones;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Rechecks;

/// <summary>Reads the stored parts of a judgement; one that is absent, altered or of another build is a value with its reason.</summary>
internal sealed class StoredParts(IEvidenceStore evidence)
{
    public Task<Part<CaseFacts>> FactsAsync(Digest digest, Confidentiality confidentiality, CancellationToken cancellationToken) =>
        ReadAsync(digest, confidentiality, bytes => JsonSerializer.Deserialize<CaseFacts>(bytes, NoticeJson.Stored), cancellationToken);

    public Task<Part<IReadOnlyList<Finding>>> FindingsAsync(Digest digest, Confidentiality confidentiality, CancellationToken cancellationToken) =>
        ReadAsync(digest, confidentiality, bytes => JsonSerializer.Deserialize<IReadOnlyList<Finding>>(bytes, NoticeJson.Stored), cancellationToken);

    public Task<Part<CheckSettings>> SettingsAsync(Digest digest, CancellationToken cancellationToken) =>
        ReadAsync(digest, Confidentiality.Public, bytes => RecordedSettings.Read(bytes), cancellationToken);

    private async Task<Part<T>> ReadAsync<T>(Digest digest, Confidentiality confidentiality, Func<byte[], T?> read, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var document = ConfidentialDocument.Of(await evidence.GetAsync(digest, confidentiality, cancellationToken));
            return new Part<T>(read(document.Content) ?? throw new JsonException("It is null."), null) { Nonce = document.Nonce };
        }
        catch (EvidenceDeletedException deleted)
        {
            return new Part<T>(null, TombstoneWords.Of(deleted.Tombstone)) { IsDeleted = true };
        }
        catch (EvidenceException wrong)
        {
            return new Part<T>(null, new($"Het bewijs is niet meer zoals het was: {wrong.Message}", wrong.Message));
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or NotSupportedException)
        {
            // The message may quote what cannot be read, and a report is for everybody.
            var why = confidentiality == Confidentiality.Confidential ? wrong.GetType().Name : wrong.Message;
            return new Part<T>(null, new($"{digest} kan door deze versie van TenderWatch niet worden gelezen: {why}", $"{digest} cannot be read by this version of TenderWatch: {why}"));
        }
    }

    /// <summary>A stored part, or why it cannot be had.</summary>
    internal readonly record struct Part<T>(T? Value, LocalizedText? Fault)
        where T : class
    {
        /// <summary>The nonce of a confidential one.</summary>
        public Nonce? Nonce { get; init; }

        /// <summary>Whether it was deleted under retention: nothing is wrong with it.</summary>
        public bool IsDeleted { get; init; }
    }
}
