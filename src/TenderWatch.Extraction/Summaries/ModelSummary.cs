using TenderWatch.Core.Languages;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Model;

namespace TenderWatch.Extraction.Summaries;

/// <summary>Sentences that a model picked from the texts of a notice and translated. They stand beside the five lines that are filled from facts, never in their place.</summary>
/// <param name="Extractor">The model and the version of the prompt.</param>
/// <param name="Lines">At most five, in the order of the text.</param>
/// <param name="Dropped">How many were dropped, by reason.</param>
/// <param name="Usage">What it took.</param>
/// <param name="Faults">Why an answer was not used; see <see cref="ModelReading.Faults"/>.</param>
public sealed record ModelSummary(string Extractor, IReadOnlyList<PickedSentence> Lines, IReadOnlyDictionary<string, int> Dropped, ModelUsage Usage, IReadOnlyList<string> Faults);

/// <summary>A whole sentence of the source, verbatim, with a translation by a machine.</summary>
/// <param name="Quote">The sentence; it is found at <see cref="Place"/>.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Language">Its language.</param>
/// <param name="Translation">In the other language. Its figures, dates, names and terms were held against the quotation; whether its other words mean the same nobody checked.</param>
public sealed record PickedSentence(string Quote, TextPlace Place, Language Language, string Translation)
{
    /// <summary>What is said with every translation.</summary>
    public static LocalizedText Marked { get; } = new(
        "Door een model gekozen en vertaald. Cijfers, datums, namen en vaste termen zijn met de aanhaling vergeleken; of de overige woorden hetzelfde betekenen niet. De aanhaling geldt.",
        "Picked and translated by a model. Figures, dates, names and fixed terms were held against the quotation; whether the other words mean the same was not. The quotation counts.");
}
