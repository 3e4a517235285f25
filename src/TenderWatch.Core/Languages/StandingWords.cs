using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Languages;

/// <summary>How far a fact from text can be relied on, and why a model was not heard, in words.</summary>
public static class StandingWords
{
    /// <summary>In a few words.</summary>
    /// <param name="standing">The standing.</param>
    public static LocalizedText Of(FactStanding standing) => standing switch
    {
        FactStanding.Rule => new("gelezen door vaste regels", "read by fixed rules"),
        FactStanding.Machine => new("door een machine gelezen, niet bevestigd", "read by a machine, not confirmed"),
        FactStanding.Confirmed => new("bevestigd door een persoon", "confirmed by a person"),
        FactStanding.Corrected => new("gecorrigeerd door een persoon", "corrected by a person"),
        FactStanding.Withdrawn => new("ingetrokken door een persoon: geen feit van deze aankoop", "withdrawn by a person: no fact of this purchase"),
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "There is no such standing."),
    };

    /// <summary>With the day, and the person where that may be told.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="language">The language.</param>
    /// <param name="names">Whether persons are named.</param>
    public static string Of(StandingFact fact, Language language, bool names)
    {
        var words = Of(fact.Standing).In(language);
        if (fact.Review is not { } review) return words;
        var day = Wording.For(language).Date(DutchTime.DateOf(review.At));
        return $"{words} ({(names ? review.By + ", " : "")}{day})";
    }

    /// <summary>That somebody has to look again; <see langword="null"/> where nobody has.</summary>
    /// <param name="fact">The fact.</param>
    public static LocalizedText? LookAgain(StandingFact fact) => fact switch
    {
        { LookAgain: false } or { Review: null } => null,
        { IsGone: true } => new("Vastgesteld voordat de publicatie wijzigde; deze woorden staan er niet meer. Kijk opnieuw.", "Said before the notice changed; these words stand there no more. Please look again."),
        { Standing: FactStanding.Corrected } => new("Gecorrigeerd voordat de publicatie wijzigde of anders werd gelezen. Kijk opnieuw.", "Corrected before the notice changed or was read otherwise. Please look again."),
        _ => new("Vastgesteld voordat de publicatie wijzigde of anders werd gelezen. Kijk opnieuw.", "Said before the notice changed or was read otherwise. Please look again."),
    };

    /// <summary>Why an answer of a model was not used, or why it was not asked.</summary>
    /// <param name="fault">The name of the fault.</param>
    public static LocalizedText Fault(string fault) => fault switch
    {
        "budget" => new("het budget van de dag is op", "the budget of the day is used up"),
        "busy" => new("het model is bezet", "it is busy"),
        "unreachable" => new("het model is niet bereikbaar", "it cannot be reached"),
        "not-allowed" => new("de toegang tot het model is geweigerd", "access to it was refused"),
        "timeout" => new("het antwoord bleef uit", "no answer came in time"),
        "later" => new("het komt bij een volgende gebeurtenis van de zaak aan de beurt", "its turn comes with a later event of the case"),
        "content-filter" => new("het filter van het model hield de tekst tegen", "its content filter stopped the text"),
        "refusal" => new("het model weigerde", "it refused"),
        "truncated" => new("het antwoord was afgekapt", "the answer was cut off"),
        "too-large" => new("het antwoord was te groot", "the answer was too large"),
        "wrong-schema" => new("het antwoord had een andere vorm", "the answer had another form"),
        "rejected" => new("de vraag werd geweigerd", "the question was rejected"),
        _ => LocalizedText.Same(fault),
    };
}
