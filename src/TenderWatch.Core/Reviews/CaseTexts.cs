using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Reviews;

/// <summary>The facts from running text that an episode gathers: from the notices by rules, from documents as they were read when they were retrieved.</summary>
internal sealed class CaseTexts(IEvidenceStore evidence, ITextFactReader rules)
{
    /// <summary>What the rules are.</summary>
    public string Extractor => rules.Version;

    /// <summary>The facts from the texts of notices. What a later notice repeats word for word is read there alone.</summary>
    /// <param name="notices">The notices, the one that counts most last.</param>
    public IReadOnlyList<ReadText> OfNotices(IReadOnlyList<CaseNotice> notices) =>
        [.. TextsOf(notices).Select(own => new ReadText(own.Notice.Record.Key, null, Read(own.Texts))).Where(read => read.Facts.Count > 0)];

    /// <summary>The texts of each notice. What a later notice repeats word for word stands there alone.</summary>
    /// <param name="notices">The notices, the one that counts most last.</param>
    public static IReadOnlyList<(CaseNotice Notice, IReadOnlyList<SourceText> Texts)> TextsOf(IReadOnlyList<CaseNotice> notices)
    {
        var known = new HashSet<(string Part, string? At, string Text)>();
        List<(CaseNotice, IReadOnlyList<SourceText>)> own = [.. notices.Reverse().Select(notice =>
            (notice, (IReadOnlyList<SourceText>)[.. NoticeTexts.Of(notice.Notice, notice.Document).Where(text => known.Add((text.Part, text.At, text.Text)))]))];
        own.Reverse();
        return own;
    }

    /// <summary>What the rules read from texts.</summary>
    /// <param name="texts">The texts.</param>
    public IReadOnlyList<TextFact> Read(IReadOnlyList<SourceText> texts) => [.. texts.SelectMany(rules.Read)];

    /// <summary>What people said of facts, the latest of each.</summary>
    /// <param name="stored">Where it is stored.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<IReadOnlyList<FactReview>?> ReviewsAsync(IReadOnlyList<FactReviewReference>? stored, CancellationToken cancellationToken)
    {
        if (stored is not { Count: > 0 }) return null;
        var reviews = new List<FactReview>();
        foreach (var reference in stored) reviews.Add(FactReview.Read(await evidence.GetAsync(reference.Sha256, Confidentiality.Public, cancellationToken)));
        return reviews;
    }

    /// <summary>The documents of the case and of those it took over, with the facts that were read from them.</summary>
    /// <param name="lists">Where the lists of documents are stored.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<(CaseDocuments Documents, IReadOnlyList<ReadText> Read)> OfDocumentsAsync(IEnumerable<Digest> lists, CancellationToken cancellationToken)
    {
        var documents = CaseDocuments.None;
        foreach (var list in lists) documents = documents.With(CaseDocuments.Read(await evidence.GetAsync(list, Confidentiality.Public, cancellationToken)));
        var read = new List<ReadText>();
        foreach (var document in documents.Documents)
        {
            if (document.Facts is not { } stored) continue;
            var facts = ExtractedFacts.Read(await evidence.GetAsync(stored, Confidentiality.Public, cancellationToken))
                ?? throw new InvalidOperationException($"The facts {stored} were valid when they were stored and cannot be read now.");
            if (facts.Facts.Count > 0) read.Add(new ReadText(document.Notice, document.Name, facts.Facts));
        }

        return (documents, read);
    }

    /// <summary>What a model was asked about the texts as they are now, and the facts that it added beside those of the rules.</summary>
    /// <param name="lists">Where it is stored; of the same texts the last counts.</param>
    /// <param name="notices">The notices.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="rulesRead">What the rules read.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<(IReadOnlyList<AskedText>? Asked, IReadOnlyList<ReadText> Read)> AskedAsync(
        IEnumerable<Digest> lists, IReadOnlyList<CaseNotice> notices, CaseDocuments documents, IReadOnlyList<ReadText> rulesRead, CancellationToken cancellationToken)
    {
        var all = new List<AskedText>();
        foreach (var list in lists) all.AddRange(AskedTexts.Read(await evidence.GetAsync(list, Confidentiality.Public, cancellationToken)).Texts);
        if (all.Count == 0) return (null, []);
        var current = TextsOf(notices).Select(own => (own.Notice.Record.Key, (string?)null, AskedText.NameOf(own.Texts))).Concat(documents.Documents.Select(document => (document.Notice, (string?)document.Name, document.Sha256))).ToHashSet();
        List<AskedText> asked = [.. all.Where(one => current.Contains((one.Notice, one.Document, one.Texts))).GroupBy(one => (one.Notice, one.Document, one.Texts)).Select(same => same.Last())];
        var known = rulesRead.SelectMany(text => text.Facts).ToLookup(fact => fact.Place with { Offset = 0, Length = 0 });
        // Rules that became better since then read it themselves.
        bool IsNew(TextFact fact) => !known[fact.Place with { Offset = 0, Length = 0 }].Any(other =>
            other.Kind == fact.Kind && other.Place.Offset < fact.Place.Offset + fact.Place.Length && fact.Place.Offset < other.Place.Offset + other.Place.Length);
        return (asked, [.. asked.Select(one => new ReadText(one.Notice, one.Document, [.. one.Answer.Facts.Where(IsNew)])).Where(text => text.Facts.Count > 0)]);
    }
}
