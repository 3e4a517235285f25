using System.Text.Json;

namespace TenderWatch.Core.Evidence;

/// <summary>The digests of evidence that a ledger entry names: every member <c>sha256</c>, however deep.</summary>
internal static class EvidenceReferences
{
    public static void Collect(JsonElement body, string entry, Dictionary<Digest, Place> into)
    {
        switch (body.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in body.EnumerateObject())
                {
                    if (member.NameEquals("sha256") && member.Value.ValueKind == JsonValueKind.String && Digest.TryParse(member.Value.GetString(), out var digest))
                        into.TryAdd(digest, new Place(entry, KindOf(body)));
                    else
                        Collect(member.Value, entry, into);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in body.EnumerateArray()) Collect(item, entry, into);
                break;
        }
    }

    private static Confidentiality KindOf(JsonElement reference) =>
        reference.TryGetProperty("confidentiality", out var kind) && kind.ValueKind == JsonValueKind.String
            && string.Equals(kind.GetString(), nameof(Confidentiality.Confidential), StringComparison.OrdinalIgnoreCase)
            ? Confidentiality.Confidential
            : Confidentiality.Public;

    /// <summary>Where evidence was named first.</summary>
    public sealed record Place(string Entry, Confidentiality Confidentiality);
}
