using TenderWatch.Core.Reviews;

namespace TenderWatch.Core.Languages;

/// <summary>What people call the entries of a ledger.</summary>
public static class LedgerWords
{
    /// <summary>A kind of entry; the kind itself where it has no words.</summary>
    public static LocalizedText Of(string kind) => kind switch
    {
        CaseEventKinds.NoticeLinked => new("Publicatie gekoppeld", "Notice linked"),
        CaseEventKinds.Merged => new("Overgenomen door een andere zaak", "Taken over by another case"),
        CaseEventKinds.MessageSent => new("Bericht verstuurd", "Message sent"),
        CaseEventKinds.MessageDead => new("Bericht opgegeven", "Message given up"),
        CaseEventKinds.DeadlinePassed => new("Termijn verstreken", "Deadline passed"),
        CaseEventKinds.ReminderDue => new("Herinnering aan een termijn", "Reminder of a deadline"),
        CaseEventKinds.StatementEntered => new("Verklaring ingevoerd", "Statement entered"),
        CaseEventKinds.StatementWithdrawn => new("Verklaring ingetrokken", "Statement withdrawn"),
        CaseEventKinds.BidsSubmitted => new("Inschrijvingen ingevoerd", "Tenders entered"),
        CaseEventKinds.BidsWithdrawn => new("Inschrijvingen ingetrokken", "Tenders withdrawn"),
        CaseEventKinds.FilingReceived => new("Melding buitenlandse subsidies ingevoerd", "Filing on foreign subsidies entered"),
        CaseEventKinds.FilingWithdrawn => new("Melding buitenlandse subsidies ingetrokken", "Filing on foreign subsidies withdrawn"),
        CaseEventKinds.CaseRequested => new("Zaak gevraagd", "Case requested"),
        CaseEventKinds.RecheckRequested => new("Hercontrole gevraagd", "Recheck requested"),
        CaseEventKinds.DossierExported => new("Dossier gemaakt", "Dossier made"),
        CaseEventKinds.FactConfirmed => new("Feit uit tekst bevestigd", "Fact from text confirmed"),
        CaseEventKinds.FactCorrected => new("Feit uit tekst gecorrigeerd", "Fact from text corrected"),
        CaseEventKinds.FactWithdrawn => new("Feit uit tekst ingetrokken", "Fact from text withdrawn"),
        ModelAsking.Kind => new("Taalmodel bevraagd over open tekst", "Language model asked about open text"),
        CaseEventKinds.MessageReplaced => new("Bericht samengevoegd met andere", "Message put together with others"),
        CaseEventKinds.DocumentsRetrieved => new("Aanbestedingsstukken opgehaald", "Procurement documents retrieved"),
        CaseEventKinds.HoldPlaced => new("Juridische bewaarplicht ingesteld", "Legal hold put on"),
        CaseEventKinds.HoldReleased => new("Juridische bewaarplicht opgeheven", "Legal hold released"),
        CaseEventKinds.EvidenceDeleted => new("Bewijs verwijderd volgens de bewaartermijn", "Evidence deleted under retention"),
        "facts" => new("Feiten vastgelegd", "Facts recorded"),
        "findings" => new("Bevindingen vastgelegd", "Findings recorded"),
        "message-queued" => new("Bericht gemaakt", "Message made"),
        _ when kind.StartsWith("explanation-", StringComparison.Ordinal) => new("Procedure over een prijs: " + kind["explanation-".Length..], "Procedure on a price: " + kind["explanation-".Length..]),
        _ => LocalizedText.Same(kind),
    };
}
