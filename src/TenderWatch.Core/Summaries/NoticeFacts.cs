using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Texts;

namespace TenderWatch.Core.Summaries;

/// <summary>The facts of one notice that belongs to no case.</summary>
public static class NoticeFacts
{
    /// <summary>The facts, as those of a case that has this notice alone.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="document">The bytes that it was read from.</param>
    /// <param name="rules">Reads its texts.</param>
    public static CaseFacts Of(Notice notice, Digest document, ITextFactReader rules)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(rules);
        var key = new NoticeKey("file", notice.PublicationNumber ?? notice.NoticeId ?? document.Hex[..12]);
        var record = new NoticeRecord
        {
            Key = key,
            Version = document,
            Documents = [new EvidenceReference(document, 0, "application/xml", EvidenceRoles.NoticeXml, "", DateTimeOffset.UnixEpoch)],
            Published = notice.PublicationDate,
        };
        CaseNotice[] notices = [new CaseNotice(record, notice)];
        List<TextFact> read = [.. NoticeTexts.Of(notice, document).SelectMany(rules.Read)];
        return new CaseFacts(key.Id, notices, FactSheet.Of(notices)) { Texts = read.Count == 0 ? [] : [new ReadText(key, null, read)] };
    }
}
