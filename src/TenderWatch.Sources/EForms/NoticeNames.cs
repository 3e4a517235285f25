using System.Collections.Frozen;
using System.Xml;

namespace TenderWatch.Sources.EForms;

/// <summary>
/// The names of one document. Those of eForms are the objects that the shapes compare with, one set for all documents; what else the
/// document names goes into a table of its own and is forgotten with it.
/// </summary>
internal sealed class NoticeNames : XmlNameTable
{
    private static readonly FrozenSet<string> Known = NoticeDraft.Shape.Names.Concat(WithheldDraft.Shape.Names).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KnownSpans = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly NameTable _others = new();

    /// <inheritdoc/>
    public override string Add(char[] array, int offset, int length) =>
        KnownSpans.TryGetValue(array.AsSpan(offset, length), out var known) ? known : _others.Add(array, offset, length);

    /// <inheritdoc/>
    public override string Add(string array) => Known.TryGetValue(array, out var known) ? known : _others.Add(array);

    /// <inheritdoc/>
    public override string? Get(char[] array, int offset, int length) =>
        KnownSpans.TryGetValue(array.AsSpan(offset, length), out var known) ? known : _others.Get(array, offset, length);

    /// <inheritdoc/>
    public override string? Get(string array) => Known.TryGetValue(array, out var known) ? known : _others.Get(array);
}
