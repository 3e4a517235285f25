using System.Text.RegularExpressions;
using System.Xml;
using TenderWatch.Core.Notices;
using TenderWatch.Sources.EForms;

namespace TenderWatch.Sources.TedExport;

/// <summary>
/// Reads notices in the format before eForms: TED_EXPORT as TED published it, TED_ESENDERS as it was sent in. Of its languages the
/// original one is read; forms before R2.0.9 give no more than what stands around the form.
/// </summary>
internal static partial class TedExportReader
{
    private const string OldestRead = "R2.0.9";

    public static bool IsRoot(string name) => name is "TED_EXPORT" or "TED_ESENDERS";

    /// <summary>Reads the notice whose root element the reader stands on.</summary>
    public static Notice Read(XmlReader reader, NoticeInput input, EformsLimits limits)
    {
        var isRead = IsRead(reader);
        var notes = new Notes(limits.MaxParts);
        var notice = new Notice { Format = "ted-export", PublicationNumber = TedNumber(reader.GetAttribute("DOC_ID")) };
        var form = (TedElement?)null;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.Depth > limits.MaxDepth) throw new NoticeFaultException("too-deep", $"Elements are nested deeper than {limits.MaxDepth} levels.");
            if (reader.LocalName == "CODED_DATA_SECTION") notice = CodedData(TedElement.Read(reader, limits), notice);
            else if (form is null && reader.GetAttribute("CATEGORY") == "ORIGINAL") form = TedElement.Read(reader, limits);
        }

        if (form is null) throw new NoticeFaultException("no-form", "The document holds no form of the category ORIGINAL: nothing to read.");
        notice = notice with
        {
            Subtype = form.Attribute("FORM"),
            LegalBasis = form.Child("LEGAL_BASIS")?.Attribute("VALUE"),
            Language = TedCodes.Language(form.Attribute("LG")),
        };
        // A form that bears its edition in its name needs no other.
        if (isRead || form.Name.EndsWith("_2014", StringComparison.Ordinal)) notice = TedForm.Read(form, notice, new TedFacts(notes));
        if (input.HasPlaceholderText) notes.Problem(TextFacts.PlaceholderProblem, "holds text of a template that the buyer has not filled in");
        return notice with { Problems = notes.Problems };
    }

    // Its own number and date, never those of the notice it refers to (REF_NOTICE has a NO_DOC_OJS too).
    private static Notice CodedData(TedElement section, Notice notice)
    {
        var data = section.Child("NOTICE_DATA");
        return notice with
        {
            PublicationNumber = TedNumber(data?.Child("NO_DOC_OJS")?.Text()) ?? notice.PublicationNumber,
            PublicationDate = section.Child("REF_OJS")?.Child("DATE_PUB")?.Text() is { } day ? TedFacts.Date(day) : null,
            NoticeType = section.Child("CODIF_DATA")?.Child("TD_DOCUMENT_TYPE")?.Attribute("CODE"),
            PreviousPublications = [.. data?.All("REF_NOTICE").SelectMany(reference => reference.All("NO_DOC_OJS")).Select(number => TedNumber(number.Text())).OfType<string>().Distinct(StringComparer.Ordinal) ?? []],
        };
    }

    private static bool IsRead(XmlReader reader) =>
        reader.GetAttribute("VERSION") is { } version ? version.StartsWith(OldestRead, StringComparison.Ordinal) : reader.NamespaceURI.Contains(OldestRead, StringComparison.Ordinal);

    // "2021/S 005-008380" or "008380-2021": the number without leading zeros, then the year.
    private static string? TedNumber(string? text)
    {
        if (text is null) return null;
        var match = Number().Match(text.Trim());
        return match.Success ? $"{match.Groups["number"].Value}-{match.Groups["year"].Value}" : null;
    }

    [GeneratedRegex(@"^(?:(?<year>[0-9]{4})/S [0-9]{1,3}-0*(?<number>[1-9][0-9]{0,8})|0*(?<number>[1-9][0-9]{0,8})-(?<year>[0-9]{4}))$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
