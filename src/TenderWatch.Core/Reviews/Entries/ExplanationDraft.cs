using TenderWatch.Core.Reviews.Explanations;

namespace TenderWatch.Core.Reviews.Entries;

/// <summary>A step of a procedure on a price as somebody wants to take it.</summary>
/// <param name="Lot">The lot as the finding names it, or <c>procurement</c>.</param>
/// <param name="Bid">The tender: its id in the notice, or a number that names nobody.</param>
/// <param name="Step">The step.</param>
public sealed record ExplanationDraft(string Lot, string Bid, ExplanationStep Step)
{
    private const int LongestId = 40;
    private const int LongestReasons = 8000;

    /// <summary>The last day for the answer; with a request, an extension and a consultation.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>What the doubt of a request rests on; a request without any rests on the price. One on foreign subsidies alone is <see cref="ExplanationStep.Refer"/>.</summary>
    public IReadOnlyList<DoubtGround> Doubts { get; init; } = [];

    /// <summary>The ground of an assessment or rejection.</summary>
    public RejectionGround? Ground { get; init; }

    /// <summary>The reasons in words; confidential.</summary>
    public string? Reasons { get; init; }

    /// <summary>What was sent or received; confidential.</summary>
    public byte[]? Document { get; init; }

    /// <summary>Whether a text can name a lot or a tender.</summary>
    /// <param name="text">The text.</param>
    public static bool IsId(string? text) => text is { Length: > 0 and <= LongestId } && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');

    /// <summary>What is wrong with it whatever the procedure; <see langword="null"/> where nothing is.</summary>
    internal EntryFault? Fault() => !IsId(Lot) ? new("lot", "lot",
            "Noem het perceel zoals de bevinding het noemt, zoals LOT-0001; of 'procurement' zonder percelen.",
            $"The id of a lot is needed: letters, digits, '-', '_' and '.', at most {LongestId}; or 'procurement'.")
        : !IsId(Bid) ? new("bid", "bid",
            "Noem de inschrijving met haar nummer: letters, cijfers, '-', '_' en '.'; geen naam, want het nummer staat in het logboek.",
            $"The id of a tender is needed: letters, digits, '-', '_' and '.', at most {LongestId}.")
        : Reasons?.Trim().Length is 0 or > LongestReasons ? new("reasons", "reasons",
            $"De redenen hebben 1 tot {LongestReasons} tekens; wat langer is gaat als stuk mee.",
            $"Reasons have 1 to {LongestReasons} characters; hand in what is longer as a document.")
        : Document?.Length == 0 ? new("document", "document", "Dit bestand is leeg. Kies een ander.", "The document is empty. Choose another.")
        : Step is ExplanationStep.Request or ExplanationStep.Refer || Doubts.Count == 0 ? null : new("doubts", "doubts", "Alleen een verzoek zegt waarop twijfel berust.", "Only a request says what a doubt rests on.");

    /// <summary>It in full: a request rests on the price where nothing else is said, and one on foreign subsidies alone asks nothing.</summary>
    internal ExplanationDraft Completed()
    {
        var draft = this with { Reasons = Reasons?.Trim(), Doubts = [.. Doubts.Distinct().Order()] };
        if (draft.Step != ExplanationStep.Request) return draft;
        return draft.Doubts switch
        {
            [] => draft with { Doubts = [DoubtGround.Price] },
            [DoubtGround.ForeignSubsidies] => draft with { Step = ExplanationStep.Refer, Due = null },
            _ => draft,
        };
    }
}
