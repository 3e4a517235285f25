using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Supply;

namespace TenderWatch.Core.Reviews;

/// <summary>The events by which people add statements to a case and withdraw them.</summary>
public static class StatementEvents
{
    /// <summary>So many statements are kept with a case; the state of a case travels through orchestrations and stays small.</summary>
    public const int Most = 100;

    /// <summary>The event that enters a statement.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="statement">Where it is stored, and who entered it.</param>
    public static CaseEvent Entered(string caseId, StatementReference statement) => Of(CaseEventKinds.StatementEntered, caseId, statement);

    /// <summary>The event that withdraws a statement.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="statement">The statement, with who withdraws it when.</param>
    public static CaseEvent Withdrawn(string caseId, StatementReference statement) => Of(CaseEventKinds.StatementWithdrawn, caseId, statement);

    /// <summary>The statements after an event; other events change nothing.</summary>
    /// <param name="statements">The statements before it.</param>
    /// <param name="caseEvent">The event.</param>
    public static IReadOnlyList<StatementReference> Apply(IReadOnlyList<StatementReference> statements, CaseEvent caseEvent)
    {
        if (caseEvent.Kind is not (CaseEventKinds.StatementEntered or CaseEventKinds.StatementWithdrawn)) return statements;
        var sha256 = Digest.Parse(caseEvent.Body.GetProperty("statement").GetProperty("sha256").GetString()!);
        StatementReference[] others = [.. statements.Where(statement => statement.Sha256 != sha256)];
        return caseEvent.Kind == CaseEventKinds.StatementWithdrawn || others.Length >= Most
            ? others
            : [.. others, new StatementReference(sha256, caseEvent.At, caseEvent.Body.GetProperty("by").GetString()!)];
    }

    private static CaseEvent Of(string kind, string caseId, StatementReference statement) => new(
        Digest.Of($"{kind}|{caseId}|{statement.Sha256}|{statement.At:O}").Hex[..32],
        kind,
        statement.At,
        JsonSerializer.SerializeToElement(new { statement = new { sha256 = statement.Sha256, mediaType = "application/json" }, by = statement.By }, NoticeJson.Stored));
}
