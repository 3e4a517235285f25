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
    public IReadOnlyList<ReadText> OfNotices(IReadOnlyList<CaseNotice> notices)
    {
        var known = new HashSet<(string Part, string? At, string Text)>();
        var read = new List<ReadText>();
        foreach (var notice in notices.Reverse())
        {
            var texts = NoticeTexts.Of(notice.Notice, notice.Document).Where(text => known.Add((text.Part, text.At, text.Text)));
            if (texts.SelectMany(rules.Read).ToList() is { Count: > 0 } facts) read.Add(new ReadText(notice.Record.Key, null, facts));
        }

        read.Reverse();
        return read;
    }

    /// <summary>The documents of the case and of those it took over, with the facts that were read from them.</summary>
    /// <param name="lists">Where the lists of documents are stored.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<(CaseDocuments Documents, IReadOnlyList<ReadText> Read)> OfDocumentsAsync(IEnumerable<Digest> lists, CancellationToken cancellationToken)
    {
        var documents = CaseDocuments.None;
        foreach (var list in lists) documents = documents.With(CaseDocuments.Read(await evidence.GetAsync(list, Confidentiality.Public, cancellationToken)).Documents);
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
}
