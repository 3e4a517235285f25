using TenderWatch.Core.Evidence.Checkpoints;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence.Tombstones;

/// <summary>
/// Reads the tombstones, names those that are not what this installation signed, and tells which bytes may be missing. The bytes of a tombstone are gone, unless an
/// entry that is later than it names them: the same bytes were then stored again for something else.
/// </summary>
internal sealed class TombstoneVerification(
    ITombstoneReader? store, IEvidenceReader evidence, IReadOnlyDictionary<string, SigningKey> keys, DateTimeOffset now, Action<string, string, LocalizedText> fault)
{
    // The clock of another machine may be a little ahead.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private readonly Dictionary<(Digest Sha256, Confidentiality Kind), DateTimeOffset> _deleted = [];
    private readonly HashSet<Digest> _digests = [];
    private readonly Dictionary<Digest, DateTimeOffset> _named = [];
    private readonly List<(Digest Sha256, Confidentiality Kind)> _found = [];

    /// <summary>The tombstones that count.</summary>
    public int Count => _deleted.Count;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (store is null) return;
        await foreach (var name in store.ListAsync(cancellationToken))
        {
            if (TombstoneNames.Read(name) is { } bytes) await ReadAsync(name, bytes.Sha256, bytes.Confidentiality, fault, cancellationToken);
            else Fault(name, "stray", new("TenderWatch heeft dit hier niet opgeslagen.", "TenderWatch did not store this here."));
        }
    }

    /// <summary>An entry of a ledger names bytes.</summary>
    public void Named(Digest sha256, DateTimeOffset at)
    {
        if (_digests.Contains(sha256) && (!_named.TryGetValue(sha256, out var latest) || latest < at)) _named[sha256] = at;
    }

    /// <summary>Bytes are there.</summary>
    public void Found(Digest sha256, Confidentiality confidentiality)
    {
        if (_deleted.ContainsKey((sha256, confidentiality))) _found.Add((sha256, confidentiality));
    }

    /// <summary>Names the tombstones whose bytes are there, once all ledgers and evidence have been read.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        foreach (var bytes in _found)
        {
            if (_named.TryGetValue(bytes.Sha256, out var named) && named > _deleted[bytes]) continue;
            // They may have been deleted since they were read.
            if (await evidence.HashAsync(bytes.Sha256.Hex, bytes.Kind, cancellationToken) is null) continue;
            Fault(TombstoneNames.Of(bytes.Sha256, bytes.Kind), "not-deleted", new(
                "De bytes staan er nog. Draai 'tenderwatch retention --delete --yes', dat afmaakt wat is begonnen.",
                "The bytes are still there. Run 'tenderwatch retention --delete --yes', which finishes what was begun."));
        }
    }

    /// <summary>Whether a tombstone stands in the place of bytes; one that was made since the start counts too.</summary>
    public async Task<bool> ReplacesAsync(Digest sha256, CancellationToken cancellationToken)
    {
        if (store is null || _digests.Contains(sha256)) return _digests.Contains(sha256);
        foreach (var kind in Enum.GetValues<Confidentiality>())
        {
            // What is wrong with it was said when it was listed.
            await ReadAsync(TombstoneNames.Of(sha256, kind), sha256, kind, (_, _, _) => { }, cancellationToken);
        }

        return _digests.Contains(sha256);
    }

    private async Task ReadAsync(string name, Digest sha256, Confidentiality kind, Action<string, string, LocalizedText> told, CancellationToken cancellationToken)
    {
        if (await store!.ReadAsync(name, cancellationToken) is not { } bytes) return;
        void Wrong(string code, string nl, string en) => told($"{store.Container}/{name}", code, new(nl, en));
        SignedTombstone signed;
        try
        {
            signed = SignedTombstone.Parse(bytes);
        }
        catch (FormatException wrong)
        {
            Wrong("not-a-tombstone", $"De bytes zijn geen grafsteen meer ({wrong.Message})", $"The bytes are no longer a tombstone ({wrong.Message})");
            return;
        }

        var tombstone = signed.Tombstone;
        if (!keys.TryGetValue(signed.KeyId, out var key))
            Wrong("wrong-key", $"Ondertekend met de sleutel {signed.KeyId}, die hier niet wordt vertrouwd.", $"Signed with the key {signed.KeyId}, which is not trusted here.");
        else if (!signed.IsSignedBy(key))
            Wrong("unsigned", $"De handtekening is niet van de sleutel {signed.KeyId} over deze bytes.", $"The signature is not that of the key {signed.KeyId} over these bytes.");
        else if (tombstone.Sha256 != sha256 || tombstone.Confidentiality != kind)
            Wrong("misplaced", $"De inhoud is de grafsteen van {tombstone.Sha256}.", $"The content is the tombstone of {tombstone.Sha256}.");
        else if (tombstone.At > now + Ahead)
            Wrong("wrong-time", $"Het tijdstip {tombstone.At:u} ligt in de toekomst.", $"Its time {tombstone.At:u} is in the future.");
        else
            (_deleted[(sha256, kind)], _) = (tombstone.At, _digests.Add(sha256));
    }

    private void Fault(string name, string code, LocalizedText what) => fault($"{store!.Container}/{name}", code, what);
}
