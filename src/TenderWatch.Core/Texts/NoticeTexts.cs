using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Texts;

/// <summary>The running texts that a notice carries itself.</summary>
public static class NoticeTexts
{
    /// <summary>Description, additional information, and of each lot its description, what is said of renewals and of options. The same words twice are one text.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="document">The stored bytes that it was read from.</param>
    public static IReadOnlyList<SourceText> Of(Notice notice, Digest document)
    {
        var texts = new List<SourceText>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        void Add(string field, string? at, string? text)
        {
            if (!string.IsNullOrWhiteSpace(text) && known.Add(text)) texts.Add(new SourceText(document, field, at, null, notice.Language, text));
        }

        Add("BT-24", null, notice.Description);
        Add("BT-300", null, notice.AdditionalInformation);
        foreach (var lot in notice.Lots)
        {
            Add("BT-24", lot.Id, lot.Description);
            Add("BT-57", lot.Id, lot.RenewalDescription);
            Add("BT-54", lot.Id, lot.OptionsDescription);
        }

        return texts;
    }
}
