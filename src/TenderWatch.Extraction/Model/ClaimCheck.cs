using System.Globalization;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Rules;

namespace TenderWatch.Extraction.Model;

/// <summary>
/// Holds a claim against the text. The quotation must stand in the passage it names, character by character (nothing is normalized) and once; a number in it, read again by
/// the rules in the sentence where it stands, must be of that kind, value and unit. What is kept is what the rules read.
/// </summary>
internal static class ClaimCheck
{
    private const int LongestQuote = 600;

    /// <summary>The fact; <see langword="null"/> with the name of the reason where the claim is dropped.</summary>
    public static TextFact? Of(Claim claim, IReadOnlyList<Passage> passages, string extractor, out string reason)
    {
        reason = "no-such-passage";
        if (claim.Passage < 1 || claim.Passage > passages.Count) return null;
        var passage = passages[claim.Passage - 1];
        reason = "no-such-kind";
        if (KindOf(claim.Kind) is not { } kind) return null;
        reason = "not-verbatim";
        if (claim.Quote.Length is 0 or > LongestQuote) return null;
        var text = passage.Text;
        var at = text.IndexOf(claim.Quote, StringComparison.Ordinal);
        if (at < 0) return null;
        reason = "ambiguous";
        if (text.IndexOf(claim.Quote, at + 1, StringComparison.Ordinal) >= 0) return null;
        var (from, until) = (passage.Start + at, passage.Start + at + claim.Quote.Length);
        var quoted = passage.Open.Where(open => open.Kind == kind && passage.Sentence[Figure(passage.Sentence, open)].Start >= from && passage.Sentence[open.Until - 1].End <= until).ToList();
        reason = "not-read-again";
        if (quoted.Count == 0) return null;
        reason = "other-value";
        quoted.RemoveAll(open => !IsSame(kind, claim.Value, open.Value));
        if (quoted.Count == 0) return null;
        reason = "other-unit";
        quoted.RemoveAll(open => !string.Equals(open.Unit ?? "", claim.Unit ?? "", StringComparison.OrdinalIgnoreCase));
        if (quoted.Count == 0) return null;
        reason = "ambiguous";
        if (quoted.Count > 1) return null;
        reason = "";
        return Fact(passage, quoted[0], from, until, extractor);
    }

    // "circa", which tells how the figure is meant, is shown with it where the model left it out.
    private static TextFact Fact(Passage passage, Candidate read, int from, int until, string extractor)
    {
        var begin = Math.Min(from, passage.Sentence[read.From].Start);
        var quote = passage.Source.Text[begin..until];
        return new TextFact { Kind = read.Kind, Value = read.Value, Unit = read.Unit, Per = read.Per, Sense = read.Sense, Quote = quote, Place = passage.Source.Place(begin, quote.Length), Extractor = extractor };
    }

    // The first token of the figure itself, behind words such as "ten minste".
    private static int Figure(Sentence sentence, Candidate open)
    {
        for (var at = open.From; at < open.Until; at++)
        {
            if (Reading.Number(sentence, at) is not null) return at;
        }

        return open.From;
    }

    private static TextFactKind? KindOf(string kind) => kind switch
    {
        "quantity" => TextFactKind.Quantity,
        "lots" => TextFactKind.Lots,
        "suppliers" => TextFactKind.Suppliers,
        "duration" => TextFactKind.Duration,
        _ => null,
    };

    private static bool IsSame(TextFactKind kind, string claimed, string read) => kind == TextFactKind.Duration
        ? claimed == read
        : decimal.TryParse(claimed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number == decimal.Parse(read, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
