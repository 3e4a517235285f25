using System.Globalization;
using TenderWatch.Core.Evidence.Notes;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Evidence;

/// <summary>An end of a ledger that is known from elsewhere.</summary>
/// <param name="Head">The end.</param>
/// <param name="Checkpoint">The number of the checkpoint that signed it; <see langword="null"/> where the state of the case knows it.</param>
/// <param name="SignedAt">When that was.</param>
internal sealed record KnownHead(LedgerHead Head, long? Checkpoint, DateTimeOffset? SignedAt = null)
{
    public LocalizedText By => Checkpoint is { } number
        ? new($"Controlepunt {number} ondertekende", $"Checkpoint {number} signed")
        : new("De zaak kent", "The case knows");

    /// <summary>The end as it is noted.</summary>
    public static Note Note(string ledger, LedgerHead head, long checkpoint) =>
        new(ledger, NoteKind.Signed, head.Sequence, head.Sha256, checkpoint.ToString(CultureInfo.InvariantCulture));

    /// <summary>The end that a note tells of.</summary>
    /// <param name="note">The note.</param>
    /// <param name="times">When each checkpoint was made.</param>
    public static KnownHead Of(Note note, IReadOnlyDictionary<long, DateTimeOffset> times)
    {
        var head = new LedgerHead(note.Number, note.Sha256);
        if (note.Kind != NoteKind.Signed) return new KnownHead(head, null);
        var checkpoint = long.Parse(note.By, CultureInfo.InvariantCulture);
        return new KnownHead(head, checkpoint, times[checkpoint]);
    }
}
