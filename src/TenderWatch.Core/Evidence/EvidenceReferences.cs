using System.Text.Json;
using TenderWatch.Core.Evidence.Notes;

namespace TenderWatch.Core.Evidence;

/// <summary>The digests of evidence that a ledger entry names: every member <c>sha256</c>, however deep.</summary>
internal static class EvidenceReferences
{
    public static void Collect(JsonElement body, string entry, SortedNotes into)
    {
        switch (body.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in body.EnumerateObject())
                {
                    if (member.NameEquals("sha256") && member.Value.ValueKind == JsonValueKind.String && Digest.TryParse(member.Value.GetString(), out var digest))
                        into.Add(new Note(digest.Hex, KindOf(body), 0, digest, entry));
                    else
                        Collect(member.Value, entry, into);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in body.EnumerateArray()) Collect(item, entry, into);
                break;
        }
    }

    private static NoteKind KindOf(JsonElement reference) =>
        reference.TryGetProperty("confidentiality", out var kind) && kind.ValueKind == JsonValueKind.String
            && string.Equals(kind.GetString(), nameof(Confidentiality.Confidential), StringComparison.OrdinalIgnoreCase)
            ? NoteKind.NamedConfidential
            : NoteKind.NamedPublic;
}
