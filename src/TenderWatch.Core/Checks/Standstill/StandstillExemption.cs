using TenderWatch.Core.Cases;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.Standstill;

/// <summary>Why the term of art. 2.127 Aw 2012 asks nothing of an award.</summary>
internal static class StandstillExemption
{
    private static readonly string[] Directives = ["32014L0023", "32014L0024", "32014L0025"];

    /// <summary>Why Dutch law on these terms does not reach an award at all, or <see langword="null"/>.</summary>
    public static LocalizedText? Outside(LotAward award)
    {
        var notice = award.Notice.Notice;
        if (notice.Buyers.Any(buyer => buyer.Country is not null) && notice.Buyers.All(buyer => buyer.Country is not (null or "NLD")))
        {
            return new("De koper is niet in Nederland gevestigd: daar geldt eigen recht, dat hier niet is opgenomen.", "The buyer is not in the Netherlands: its own law applies, which is not covered here.");
        }

        if (notice.LegalBasis is { } basis && !Directives.Contains(basis, StringComparer.Ordinal))
        {
            return basis == "32009L0081"
                ? new("De Aanbestedingswet op defensie- en veiligheidsgebied heeft eigen regels, die hier niet zijn opgenomen.", "The Act on defence and security procurement has rules of its own, which are not covered here.")
                : new("De procedure valt volgens de aankondiging niet onder een van de richtlijnen; dan is geen Europese aankondiging vereist (art. 2.127 lid 4).", "By the notice the procedure is under none of the directives; then no European notice is required (art. 2.127(4)).");
        }

        if (TimelineStages.KindOf(notice) == TimelineStage.DirectAward)
        {
            return new("Een aankondiging vooraf van een onderhandse gunning heeft een eigen termijn na de bekendmaking (art. 4.16; onbevestigd).", "A prior notice of a direct award has a term of its own after its publication (art. 4.16; unconfirmed).");
        }

        return null;
    }

    /// <summary>Why the standstill need not be observed (art. 2.127 lid 4), though the award is to be announced; or <see langword="null"/>.</summary>
    public static LocalizedText? Waived(LotAward award)
    {
        var notice = award.Notice.Notice;
        if (notice.ProcedureType == "neg-wo-call")
        {
            return new("Bij een procedure waarvoor geen Europese aankondiging vereist is, hoeft de termijn niet in acht te worden genomen (art. 2.127 lid 4).", "The term need not be observed in a procedure for which no European notice is required (art. 2.127(4)).");
        }

        if (!award.Bids.Any(bid => bid.Won) && award.Results.All(result => result.Status is "clos-nw" or "open-nw"))
        {
            return new("Er is niets gegund.", "Nothing was awarded.");
        }

        return notice.ProcedureType == "open" && IsOnlyTender(award)
            ? new("Er is één inschrijving ontvangen (BT-759): is de winnaar de enige betrokken inschrijver, dan hoeft de termijn niet in acht te worden genomen (art. 2.127 lid 4).", "One tender was received (BT-759): where the winner is the only tenderer concerned, the term need not be observed (art. 2.127(4)).")
            : null;
    }

    /// <summary>Whether one tender was received. Where others asked to participate, they may be concerned too.</summary>
    public static bool IsOnlyTender(LotAward award) => award.Results.Any(result => result.Submissions.TryGet("tenders", out var count) && count == 1) && award.Bids.Count <= 1;
}
