using System.Text.Json;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Retention;
using TenderWatch.Core.Reviews;

namespace TenderWatch.Web;

/// <summary>Holds and deletions of a case in words, oldest first.</summary>
internal static class RetentionActs
{
    public static IEnumerable<(DateTimeOffset At, LocalizedText What)> Of(IReadOnlyList<CaseHold> holds, IReadOnlyList<LedgerRow> ledger) =>
        Holds(holds).Concat(ledger.Where(row => row.Entry?.Kind == CaseEventKinds.EvidenceDeleted).Select(row => (row.Entry!.At, Deleted(row.Entry.Body)))).OrderBy(act => act.At);

    /// <summary>The beginning and the end of each hold.</summary>
    public static IEnumerable<(DateTimeOffset At, LocalizedText What)> Holds(IReadOnlyList<CaseHold> holds)
    {
        foreach (var hold in holds)
        {
            yield return (hold.At, new($"Juridische bewaarplicht opgelegd door {hold.By}: {hold.Reason}", $"Legal hold put on it by {hold.By}: {hold.Reason}"));
            if (hold.Released is { } end) yield return (end.At, new($"Juridische bewaarplicht opgeheven door {end.By}: {end.Reason}", $"Legal hold released by {end.By}: {end.Reason}"));
        }
    }

    private static LocalizedText Deleted(JsonElement body)
    {
        var (count, by, reason) = (DeletionEvents.Read(body).Count(), AccessWords.Text(body, "by"), AccessWords.Text(body, "reason"));
        return new(
            $"{(count == 1 ? "1 stuk" : $"{count} stukken")} verwijderd volgens de bewaartermijn door {by}: {reason}",
            $"{(count == 1 ? "1 piece" : $"{count} pieces")} of evidence deleted under retention by {by}: {reason}");
    }
}

/// <summary>Entries of access in words.</summary>
internal static class AccessWords
{
    public static string Text(JsonElement body, string member) => body.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "?";

    public static int Documents(JsonElement body) => body.TryGetProperty("documents", out var documents) && documents.ValueKind == JsonValueKind.Array ? documents.GetArrayLength() : 0;

    public static LocalizedText Door(JsonElement body) => Text(body, "door") switch
    {
        "page" => new("bladzijde", "page"),
        "api" => LocalizedText.Same("API"),
        _ => new("opdrachtregel", "command line"),
    };
}
