namespace TenderWatch.Core.Evidence.Notes;

/// <summary>Something that verification has to remember about a name until it has read all that is said of it.</summary>
/// <param name="Name">A ledger, or the digits of a digest.</param>
/// <param name="Kind">What is said of it.</param>
/// <param name="Number">A sequence number; of what is named or deleted, when (ticks, UTC); of evidence that is there, its container (<see cref="Confidentiality"/>).</param>
/// <param name="Sha256">A digest.</param>
/// <param name="By">Who says so: the number of a checkpoint, or the name of a ledger entry.</param>
internal readonly record struct Note(string Name, NoteKind Kind, long Number, Digest Sha256, string By)
{
    /// <summary>By name, and within a name by kind and number.</summary>
    public static Comparer<Note> Order { get; } = Comparer<Note>.Create(Compare);

    private static int Compare(Note one, Note other)
    {
        var byName = string.CompareOrdinal(one.Name, other.Name);
        if (byName != 0) return byName;
        var byKind = one.Kind.CompareTo(other.Kind);
        if (byKind != 0) return byKind;
        var byNumber = one.Number.CompareTo(other.Number);
        return byNumber != 0 ? byNumber : string.CompareOrdinal(one.By, other.By);
    }
}

/// <summary>What a note says.</summary>
internal enum NoteKind : byte
{
    /// <summary>There is such a ledger, or such evidence.</summary>
    Present,

    /// <summary>A checkpoint signed this end of the ledger.</summary>
    Signed,

    /// <summary>The state of a case knows this end of the ledger.</summary>
    Known,

    /// <summary>What is kept of the latest checkpoint has this end of the ledger.</summary>
    Kept,

    /// <summary>A ledger entry names this as public evidence.</summary>
    NamedPublic,

    /// <summary>A ledger entry names this as confidential evidence.</summary>
    NamedConfidential,

    /// <summary>A tombstone says that public evidence was deleted.</summary>
    DeletedPublic,

    /// <summary>A tombstone says that confidential evidence was deleted.</summary>
    DeletedConfidential,
}
