using TenderWatch.Core.Cases;

namespace TenderWatch.Core.Texts;

/// <summary>The facts from text with what people said of them. A review follows the words: into a later notice that has them, where a person is asked to look again.</summary>
public static class StandingFacts
{
    /// <summary>The facts, in the order of the texts; then those that people confirmed or corrected and whose words are gone.</summary>
    /// <param name="facts">The facts of a case.</param>
    public static IReadOnlyList<StandingFact> Of(CaseFacts facts)
    {
        var reviews = facts.FactReviews ?? [];
        var read = facts.Texts.SelectMany(text => text.Facts.Select(fact => new StandingFact(text.Notice, text.Document, fact, null))).ToList();
        if (reviews.Count == 0) return read;
        var words = read.ToLookup(one => Words(one.Read));
        var ids = read.ToLookup(one => one.Id, StringComparer.Ordinal);
        var of = new Dictionary<StandingFact, FactReview>(ReferenceEqualityComparer.Instance);
        var gone = new List<StandingFact>();
        // The latest counts, so it comes last.
        foreach (var review in reviews.OrderBy(review => review.At).ThenBy(review => review.Fact.Id, StringComparer.Ordinal))
        {
            if (Target(review, ids, words) is { } fact) of[fact] = review;
            else if (review.Act != FactAct.Withdraw) gone.Add(new StandingFact(review.Notice, review.Document, review.Fact, review) { LookAgain = true, IsGone = true });
        }

        return [.. read.Select(fact => of.TryGetValue(fact, out var review) ? fact with { Review = review, LookAgain = IsOther(fact.Read, review.Fact) } : fact), .. gone];
    }

    // The same words twice in one text could mean either.
    private static StandingFact? Target(FactReview review, ILookup<string, StandingFact> ids, ILookup<(TextFactKind, string, string?, string), StandingFact> words)
    {
        if (ids[review.Fact.Id].FirstOrDefault() is { } same) return same;
        return words[Words(review.Fact)].Take(2).ToList() is [var only] ? only : null;
    }

    private static (TextFactKind, string, string?, string) Words(TextFact fact) => (fact.Kind, fact.Place.Part, fact.Place.At, fact.Quote);

    private static bool IsOther(TextFact now, TextFact then) => now.Place.Document != then.Place.Document || (now.Value, now.Unit, now.Per, now.Sense) != (then.Value, then.Unit, then.Per, then.Sense);
}
