using System.Text.Json;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Dossiers;

/// <summary>
/// The people and addresses that ledgers name: who entered or decided something, and where messages went. An entry holds the digest of the one before, so it cannot be left out of a
/// dossier or blackened without taking the proof away from all before it. So whoever publishes one is told first.
/// </summary>
public static class NamedPersons
{
    private const int MostShown = 20;

    // The members of an entry's body that name a person or an address (docs/evidence-format.md).
    private static readonly string[] Members = ["by", "recipient"];

    /// <summary>The names and addresses, each once and in order.</summary>
    /// <param name="bodies">The bodies of the entries.</param>
    public static IReadOnlyList<string> In(IEnumerable<JsonElement> bodies) => [.. bodies.SelectMany(Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>What whoever makes a public dossier must know of them; <see langword="null"/> where nobody is named.</summary>
    /// <param name="names">The names and addresses.</param>
    public static LocalizedText? Warning(IReadOnlyList<string> names)
    {
        if (names.Count == 0) return null;
        var shown = string.Join(", ", names.Take(MostShown));
        var more = names.Count - MostShown;
        return LocalizedText.Of(
            w => $"Een openbaar dossier van deze zaak noemt {w.Number(names.Count)} {(names.Count == 1 ? "naam of adres" : "namen of adressen")} in zijn logboek: {shown}{(more > 0 ? $" en nog {w.Number(more)}" : "")}. Die kunnen er niet uit zonder het bewijs te breken: weeg of zij openbaar mogen worden voor u het verstrekt (art. 5.1, tweede lid, onder e, Woo).",
            w => $"A public dossier of this case names {w.Number(names.Count)} {(names.Count == 1 ? "name or address" : "names or addresses")} in its ledger: {shown}{(more > 0 ? $" and {w.Number(more)} more" : "")}. They cannot be taken out without breaking the proof: weigh whether they may become public before you hand it out (art. 5.1(2)(e) Woo).");
    }

    private static IEnumerable<string> Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Value.ValueKind == JsonValueKind.String
                ? Members.Contains(member.Name, StringComparer.Ordinal) && member.Value.GetString() is { Length: > 0 } name ? [name] : []
                : Of(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Of),
        _ => [],
    };
}
