using System.Text.Json;

namespace TenderWatch.Core.Evidence;

/// <summary>The digests of evidence that a ledger entry names: every member <c>sha256</c>, however deep.</summary>
internal static class EvidenceReferences
{
    public static void Collect(JsonElement body, string entry, Dictionary<Digest, Place> into, Action<Digest>? named = null)
    {
        foreach (var (digest, kind) in Of(body))
        {
            into.TryAdd(digest, new Place(entry, kind));
            named?.Invoke(digest);
        }
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

    private static Confidentiality KindOf(JsonElement reference) =>
        reference.TryGetProperty("confidentiality", out var kind) && kind.ValueKind == JsonValueKind.String
            && string.Equals(kind.GetString(), nameof(Confidentiality.Confidential), StringComparison.OrdinalIgnoreCase)
            ? Confidentiality.Confidential
            : Confidentiality.Public;

    /// <summary>Where evidence was named first.</summary>
    public sealed record Place(string Entry, Confidentiality Confidentiality);
}
