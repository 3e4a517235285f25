using TenderWatch.Core.Evidence.Notes;
using TenderWatch.Core.Evidence.Tombstones;

namespace TenderWatch.Core.Evidence;

/// <summary>Holds the bytes of evidence against their names, and finds what a ledger names and nobody has.</summary>
internal sealed class EvidenceVerification(IEvidenceReader evidence, TombstoneVerification deleted, VerificationRun run, ParallelOptions options)
{
    /// <summary>All evidence there is.</summary>
    public async Task ReadAllAsync()
    {
        await ReadAllAsync(Confidentiality.Public);
        await ReadAllAsync(Confidentiality.Confidential);
        foreach (var notes in run.Evidence.ByName())
        {
            if (notes[0].Kind is NoteKind.NamedPublic or NoteKind.NamedConfidential) await MissingAsync(notes, options.CancellationToken);
            else await CheckDeletedAsync(notes, options.CancellationToken);
        }
    }

    /// <summary>The evidence alone that the ledgers name which were read.</summary>
    public Task ReadNamedAsync() => Parallel.ForEachAsync(run.Evidence.ByName(), options, async (notes, cancellationToken) =>
    {
        var (first, other) = notes[0].Kind == NoteKind.NamedPublic ? (Confidentiality.Public, Confidentiality.Confidential) : (Confidentiality.Confidential, Confidentiality.Public);
        if (!await ReadAsync(notes[0].Name, notes[0].Sha256, first, cancellationToken) && !await ReadAsync(notes[0].Name, notes[0].Sha256, other, cancellationToken))
            await MissingAsync(notes, cancellationToken);
    });

    private Task ReadAllAsync(Confidentiality confidentiality) => Parallel.ForEachAsync(evidence.ListAsync(confidentiality, options.CancellationToken), options, async (name, cancellationToken) =>
    {
        if (Digest.TryParse(name, out var expected))
        {
            if (await ReadAsync(name, expected, confidentiality, cancellationToken)) run.Evidence.Add(new Note(name, NoteKind.Present, (long)confidentiality, default, ""));
            return;
        }

        run.Fault(
            $"{evidence.Container(confidentiality)}/{name}",
            "stray",
            new("De naam is geen SHA-256: TenderWatch heeft dit hier niet opgeslagen.", "The name is no SHA-256: TenderWatch did not store this here."));
        run.ReadBlob();
    });

    private async Task<bool> ReadAsync(string name, Digest expected, Confidentiality confidentiality, CancellationToken cancellationToken)
    {
        if (await evidence.HashAsync(name, confidentiality, cancellationToken) is not { } actual) return false;
        if (actual != expected)
        {
            run.Fault(
                $"{evidence.Container(confidentiality)}/{name}",
                "altered",
                new($"De inhoud is gewijzigd: haar SHA-256 is {actual}.", $"The content was altered: its SHA-256 is {actual}."));
        }

        run.ReadBlob();
        return true;
    }

    // A tombstone stands in the place of the bytes: one that was read, or one that was made meanwhile.
    private async Task MissingAsync(IReadOnlyList<Note> notes, CancellationToken cancellationToken)
    {
        var named = notes[0];
        if (notes.Any(note => note.Kind is NoteKind.DeletedPublic or NoteKind.DeletedConfidential) || await deleted.ReplacesAsync(named.Sha256, cancellationToken)) return;
        var confidentiality = named.Kind == NoteKind.NamedPublic ? Confidentiality.Public : Confidentiality.Confidential;
        run.Fault(
            $"{evidence.Container(confidentiality)}/{named.Name}",
            "missing",
            new($"{named.By} verwijst ernaar, maar het staat in geen van beide containers.", $"{named.By} refers to it, but it is in neither container."));
    }

    // The same bytes may have been stored again for something else: a later entry then names them.
    private async Task CheckDeletedAsync(IReadOnlyList<Note> notes, CancellationToken cancellationToken)
    {
        var named = notes.Where(note => note.Kind is NoteKind.NamedPublic or NoteKind.NamedConfidential).Select(note => note.Number).DefaultIfEmpty().Max();
        foreach (var stone in notes.Where(note => note.Kind is NoteKind.DeletedPublic or NoteKind.DeletedConfidential && named <= note.Number))
        {
            var confidentiality = stone.Kind == NoteKind.DeletedPublic ? Confidentiality.Public : Confidentiality.Confidential;
            // They may have been deleted since they were read.
            if (notes.Any(note => note.Kind == NoteKind.Present && note.Number == (long)confidentiality) && await evidence.HashAsync(stone.Name, confidentiality, cancellationToken) is not null)
                deleted.NotDeleted(stone.Sha256, confidentiality);
        }
    }
}
