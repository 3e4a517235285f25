using System.Text.Json;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Dossiers;

/// <summary>The evidence that a ledger entry names: every member <c>sha256</c> of its body, however deep, with what stands beside it of who may see it.</summary>
internal static class NamedEvidence
{
    /// <summary>Each piece once, in the order in which the entry names them.</summary>
    public static IReadOnlyDictionary<Digest, Confidentiality> Of(JsonElement body)
    {
        var named = new Dictionary<Digest, Confidentiality>();
        Collect(body, named);
        return named;
    }

    private static void Collect(JsonElement body, Dictionary<Digest, Confidentiality> into)
    {
        if (body.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in body.EnumerateArray()) Collect(item, into);
        }
        else if (body.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in body.EnumerateObject())
            {
                if (member.NameEquals("sha256") && member.Value.ValueKind == JsonValueKind.String && Digest.TryParse(member.Value.GetString(), out var digest)) into.TryAdd(digest, KindOf(body));
                else Collect(member.Value, into);
            }
        }
    }

    private static Confidentiality KindOf(JsonElement reference) =>
        reference.TryGetProperty("confidentiality", out var kind) && kind.ValueKind == JsonValueKind.String
            && string.Equals(kind.GetString(), nameof(Confidentiality.Confidential), StringComparison.OrdinalIgnoreCase)
            ? Confidentiality.Confidential
            : Confidentiality.Public;
}
