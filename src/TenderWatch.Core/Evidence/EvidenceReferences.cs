using System.Text.Json;
using TenderWatch.Core.Evidence.Notes;

namespace TenderWatch.Core.Evidence;

/// <summary>The digests of evidence that a ledger entry names: every member <c>sha256</c>, however deep.</summary>
internal static class EvidenceReferences
{
    /// <summary>Notes what an entry names, with its time.</summary>
    public static void Collect(LedgerEntry entry, string name, SortedNotes into)
    {
        foreach (var (digest, kind) in Of(entry.Body))
            into.Add(new Note(digest.Hex, kind == Confidentiality.Confidential ? NoteKind.NamedConfidential : NoteKind.NamedPublic, entry.At.UtcTicks, digest, name));
    }

    /// <summary>The digests in the order in which they stand.</summary>
    public static IEnumerable<(Digest Sha256, Confidentiality Kind)> Of(JsonElement body)
    {
        switch (body.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in body.EnumerateObject())
                {
                    if (member.NameEquals("sha256") && member.Value.ValueKind == JsonValueKind.String && Digest.TryParse(member.Value.GetString(), out var digest))
                    {
                        yield return (digest, KindOf(body));
                    }
                    else
                    {
                        foreach (var deeper in Of(member.Value)) yield return deeper;
                    }
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in body.EnumerateArray())
                {
                    foreach (var deeper in Of(item)) yield return deeper;
                }

                break;
        }
    }

    /// <summary>Each piece once, with what first stands beside it of who may see it.</summary>
    public static IReadOnlyDictionary<Digest, Confidentiality> ByDigest(JsonElement body) => Of(body).DistinctBy(named => named.Sha256).ToDictionary(named => named.Sha256, named => named.Kind);

    private static Confidentiality KindOf(JsonElement reference) =>
        reference.TryGetProperty("confidentiality", out var kind) && kind.ValueKind == JsonValueKind.String
            && string.Equals(kind.GetString(), nameof(Confidentiality.Confidential), StringComparison.OrdinalIgnoreCase)
            ? Confidentiality.Confidential
            : Confidentiality.Public;
}
