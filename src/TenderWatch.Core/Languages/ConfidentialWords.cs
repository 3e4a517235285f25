namespace TenderWatch.Core.Languages;

/// <summary>What is said where a verdict rests on documents that not every reader may see.</summary>
public static class ConfidentialWords
{
    /// <summary>To a reader who may not see them. It tells nothing of what they say.</summary>
    public static LocalizedText RestsOn { get; } = new(
        "Dit oordeel berust mede op vertrouwelijke stukken die aan de zaak zijn toegevoegd. Wie bevoegd is, kan de volledige bevindingen inzien.",
        "This verdict rests partly on confidential documents that were added to the case. Those who are authorised can see the full findings.");

    /// <summary>To a reader who sees them.</summary>
    public static LocalizedText Marked { get; } = new(
        "VERTROUWELIJK: gegevens uit inschrijvingen of indieningen. Niet openbaar maken en niet met andere inschrijvers delen (art. 2.57 Aw 2012).",
        "CONFIDENTIAL: figures from tenders or filings. Not to be published or shared with other tenderers (art. 2.57 Aw 2012).");
}
