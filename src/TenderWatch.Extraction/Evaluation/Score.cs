using TenderWatch.Core.Texts;

namespace TenderWatch.Extraction.Evaluation;

/// <summary>How many facts of a kind were marked, read, and read rightly.</summary>
/// <param name="Marked">By people.</param>
/// <param name="Found">By the reader.</param>
/// <param name="Right">Found and marked: the same kind, value, unit and sense at the same words.</param>
public sealed record Score(int Marked, int Found, int Right)
{
    /// <summary>Which part of what was found is right; <see langword="null"/> where nothing was found.</summary>
    public decimal? Precision => Found == 0 ? null : (decimal)Right / Found;

    /// <summary>Which part of what was marked was found; <see langword="null"/> where nothing was marked.</summary>
    public decimal? Recall => Marked == 0 ? null : (decimal)Right / Marked;

    /// <summary>Both together.</summary>
    public static Score operator +(Score one, Score other) => new(one.Marked + other.Marked, one.Found + other.Found, one.Right + other.Right);
}

/// <summary>Holds what a reader of facts finds against what people marked.</summary>
public sealed class Evaluator
{
    private readonly SortedDictionary<TextFactKind, Score> _scores = [];
    private readonly List<(string Publication, TextFact Fact)> _wrong = [];
    private readonly List<(string Publication, MarkedFact Fact)> _missed = [];

    /// <summary>The score of each kind that was marked or found.</summary>
    public IReadOnlyDictionary<TextFactKind, Score> ByKind => _scores;

    /// <summary>All kinds together.</summary>
    public Score Total => _scores.Values.Aggregate(new Score(0, 0, 0), (sum, score) => sum + score);

    /// <summary>What was found and is not marked.</summary>
    public IReadOnlyList<(string Publication, TextFact Fact)> Wrong => _wrong;

    /// <summary>What is marked and was not found.</summary>
    public IReadOnlyList<(string Publication, MarkedFact Fact)> Missed => _missed;

    /// <summary>Adds what was read from one marked notice or text.</summary>
    /// <param name="marked">What people marked.</param>
    /// <param name="read">What was read. A place whose words are others is wrong, whatever its value.</param>
    public void Add(MarkedTexts marked, IEnumerable<(SourceText Text, TextFact Fact)> read)
    {
        var open = marked.Facts.ToList();
        foreach (var (text, fact) in read)
        {
            var at = fact.Place.Holds(text.Text, fact.Quote) ? open.FindIndex(one => one.IsRead(fact)) : -1;
            Count(fact.Kind, new Score(at < 0 ? 0 : 1, 1, at < 0 ? 0 : 1));
            if (at < 0) _wrong.Add((marked.Publication, fact));
            else open.RemoveAt(at);
        }

        foreach (var missed in open)
        {
            Count(missed.Kind, new Score(1, 0, 0));
            _missed.Add((marked.Publication, missed));
        }
    }

    private void Count(TextFactKind kind, Score score) => _scores[kind] = _scores.TryGetValue(kind, out var known) ? known + score : score;
}
