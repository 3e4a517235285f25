using TenderWatch.Core.Checks.Calendars;
using TenderWatch.Core.Checks.ForeignSubsidies.Clock;
using TenderWatch.Core.Languages;

namespace TenderWatch.Core.Checks.ForeignSubsidies.Filings;

/// <summary>What is known of one filing that a tenderer owes.</summary>
/// <param name="Verdict">Clear where it is complete.</param>
/// <param name="Reason">What is known.</param>
/// <param name="Missing">What is still owed or not known; <see langword="null"/> where it is complete.</param>
/// <param name="Cure">Until when it can be supplied, where it was asked for.</param>
internal sealed record FilingStep(Verdict Verdict, LocalizedText Reason, MissingFact? Missing = null, LegalDate? Cure = null)
{
    /// <summary>Judges one filing.</summary>
    public static FilingStep Of(FilingStage stage, FsrFiling? filing, FsrClock clock)
    {
        var with = With(stage);
        if (filing is null)
        {
            return new(Verdict.NotAssessable, new($"{with.Nl}: vereist; niets vastgelegd.", $"{with.En}: owed; nothing recorded."), Owed(stage, null));
        }

        var what = Kind(filing.Kind);
        if (FormFsPp.Open(filing) is { Count: > 0 } open)
        {
            return new(
                Verdict.Flagged,
                new(
                    $"{with.Nl}: {what.Nl} vastgelegd, nog in te vullen: {FormFsPp.List(open, Language.Nl)}. De inschrijver kan het formulier aanvullen.",
                    $"{with.En}: {what.En} recorded, still to be filled in: {FormFsPp.List(open, Language.En)}. The tenderer can complete the form."),
                Owed(stage, filing.Kind),
                CureOf(filing, clock));
        }

        if (filing.Complete.Usable() is { } complete)
        {
            return new(Verdict.Clear, LocalizedText.Of(w => $"{with.Nl}: {what.Nl} volledig op {w.Date(complete)}.", w => $"{with.En}: {what.En} complete on {w.Date(complete)}."));
        }

        if (CureOf(filing, clock) is { } cure)
        {
            return new(
                Verdict.Flagged,
                LocalizedText.Of(
                    w => $"{with.Nl}: {what.Nl} nog niet volledig; op {w.Date(filing.Asked!.Value)} is om aanvulling gevraagd{(cure.Day is { } day ? $", die tot en met {w.Date(day)} kan" : "")}.",
                    w => $"{with.En}: {what.En} not complete yet; on {w.Date(filing.Asked!.Value)} the rest was asked for{(cure.Day is { } day ? $", which can be supplied up to and including {w.Date(day)}" : "")}."),
                Owed(stage, filing.Kind),
                cure);
        }

        return new(
            Verdict.NotAssessable,
            new($"{with.Nl}: {what.Nl} ontvangen; of zij volledig is, is niet vastgelegd.", $"{with.En}: {what.En} received; whether it is complete is not recorded."),
            new("FS-PP", new($"{with.Nl}: of de indiening volledig is", $"{with.En}: whether the filing is complete"), new("De Commissie zegt dat van een melding, de koper van een verklaring.", "The Commission says so of a notification, the buyer of a declaration.")));
    }

    /// <summary>With what is filed.</summary>
    public static LocalizedText With(FilingStage stage) => stage == FilingStage.RequestToParticipate
        ? new("Bij het verzoek tot deelname", "With the request to participate")
        : new("Bij de inschrijving", "With the tender");

    private static LegalDate? CureOf(FsrFiling filing, FsrClock clock) => filing.Asked.Usable() is { } asked ? clock.CureOf(asked) : null;

    private static LocalizedText Kind(FilingKind? kind) => kind switch
    {
        FilingKind.Notification => new("melding", "notification"),
        FilingKind.Declaration => new("verklaring", "declaration"),
        _ => new("melding of verklaring", "notification or declaration"),
    };

    private static MissingFact Owed(FilingStage stage, FilingKind? kind) => new(
        "FS-PP",
        new($"{With(stage).Nl}: {Kind(kind).Nl}", $"{With(stage).En}: {Kind(kind).En}"),
        new($"Nodig in formulier FS-PP: {FormFsPp.Needs(kind).Nl}. De inschrijver dient in, de koper stuurt door.", $"Needed in form FS-PP: {FormFsPp.Needs(kind).En}. The tenderer files, the buyer passes it on."));
}
