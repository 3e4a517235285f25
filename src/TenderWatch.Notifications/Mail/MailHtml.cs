using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Notifications.Digests;

namespace TenderWatch.Notifications.Mail;

/// <summary>The digest of a case as HTML.</summary>
internal sealed class MailHtml : MailPage
{
    public static string Of(CaseDigest digest) => new MailHtml().Write(digest);

    private string Write(CaseDigest digest) => Write(digest.Language, digest.Title, digest.Banner, digest.Introduction, DigestWords.Open, digest.Page, () =>
    {
        var language = digest.Language;
        Facts(DigestWords.Now.In(language), digest.Next);
        Facts(DigestWords.Facts.In(language), digest.Facts);
        Heading(DigestWords.Checks.In(language));
        foreach (var check in digest.Checks) Check(check, language);
        Items(DigestWords.Others.In(language), digest.Others, other => (null, other));
        Items(DigestWords.Missing.In(language), digest.Missing, missing => ($"{missing.Name} ({missing.Field})", missing.Why));
        Items(DigestWords.OpenedBecause.In(language), digest.OpenedBecause, because => (null, because));
        Row($"padding:22px 28px 24px;{Quiet}", DigestWords.Nature.In(language));
    });

    private void Check(DigestCheck check, Language language)
    {
        Raw("<tr><td style=\"padding:10px 28px 0;\"><table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"border-left:4px solid ");
        Raw(Colours(check.Verdict).Line);
        Raw(";\"><tr><td style=\"padding:2px 0 2px 14px;\"><strong>");
        Text(check.Name);
        Raw("</strong>&nbsp; ");
        Badge(check.Verdict, check.Words);
        if (check.Change is { } change)
        {
            Raw($" <span style=\"{Quiet}\">");
            Text(change);
            Raw("</span>");
        }

        foreach (var finding in check.Findings) Finding(finding);
        if (check.Left > 0) Paragraph(Quiet, DigestWords.More(check.Left).In(language));
        Raw("</td></tr></table></td></tr>\r\n");
    }

    private void Finding(DigestFinding finding)
    {
        Paragraph("font-size:14px;line-height:20px;overflow-wrap:anywhere;", finding.Subject is { } subject ? $"{subject}, {finding.Words}: {finding.Summary}" : finding.Summary);
        if (finding.Reasons.Count == 0) return;
        Raw($"<ul style=\"margin:4px 0 0;padding-left:18px;{Quiet}overflow-wrap:anywhere;\">");
        foreach (var reason in finding.Reasons) Element("li", "margin:0;", reason);
        Raw("</ul>\r\n");
    }

    private void Badge(Verdict verdict, string words)
    {
        var (_, back, fore) = Colours(verdict);
        Raw($"<span style=\"display:inline-block;background:{back};color:{fore};font-size:12px;line-height:18px;font-weight:600;padding:1px 8px;border-radius:9px;\">");
        Text(words);
        Raw("</span>");
    }

    private static (string Line, string Back, string Fore) Colours(Verdict verdict) => verdict switch
    {
        Verdict.Flagged => ("#bf8700", "#fff1cc", "#6b4400"),
        Verdict.NotAssessable => ("#8c959f", "#eaeef2", "#424a53"),
        _ => ("#2da44e", "#dcf5e3", "#116329"),
    };
}
