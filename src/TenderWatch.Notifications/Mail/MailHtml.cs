using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Notifications.Digests;

namespace TenderWatch.Notifications.Mail;

/// <summary>The digest as HTML for mail clients: tables and inline styles, nothing fetched from anywhere.</summary>
internal sealed class MailHtml
{
    private const string Font = "font-family:Segoe UI,Helvetica,Arial,sans-serif;";
    private const string Quiet = "color:#57606a;font-size:13px;line-height:19px;";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();

    public static string Of(CaseDigest digest)
    {
        var page = new MailHtml();
        page.Write(digest);
        return page._html.ToString();
    }

    private void Write(CaseDigest digest)
    {
        var language = digest.Language;
        Raw($"<!doctype html>\r\n<html lang=\"{(language == Language.Nl ? "nl" : "en")}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>");
        Text(digest.Title);
        Raw($"</title></head>\r\n<body style=\"margin:0;padding:0;background:#f3f5f7;\">\r\n<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"background:#f3f5f7;\"><tr><td align=\"center\" style=\"padding:24px 12px;\">\r\n<table role=\"presentation\" width=\"640\" cellpadding=\"0\" cellspacing=\"0\" style=\"max-width:640px;width:100%;background:#ffffff;border:1px solid #d8dee4;border-radius:6px;{Font}color:#1f2328;font-size:15px;line-height:22px;\">\r\n");
        if (digest.Banner is { } banner) Row("padding:10px 28px;background:#fff8c5;border-bottom:1px solid #d4a72c;font-weight:600;font-size:13px;", banner);
        Row($"padding:24px 28px 0;{Quiet}letter-spacing:.04em;", "TenderWatch");
        Raw("<tr><td style=\"padding:4px 28px 0;\"><h1 style=\"margin:0;font-size:22px;line-height:29px;font-weight:600;overflow-wrap:anywhere;\">");
        Text(digest.Title);
        Raw("</h1></td></tr>\r\n");
        Row("padding:12px 28px 0;", digest.Introduction);
        Button(digest);
        Facts(digest);
        Heading(DigestWords.Checks.In(language));
        foreach (var check in digest.Checks) Check(check, language);
        Items(DigestWords.Others.In(language), digest.Others, other => (null, other));
        Items(DigestWords.Missing.In(language), digest.Missing, missing => ($"{missing.Name} ({missing.Field})", missing.Why));
        Items(DigestWords.OpenedBecause.In(language), digest.OpenedBecause, because => (null, because));
        Row($"padding:22px 28px 24px;{Quiet}", DigestWords.Nature.In(language));
        Raw("</table>\r\n</td></tr></table>\r\n</body></html>\r\n");
    }

    private void Button(CaseDigest digest)
    {
        Raw("<tr><td style=\"padding:18px 28px 0;\"><a href=\"");
        Text(digest.Page.AbsoluteUri);
        Raw("\" style=\"display:inline-block;background:#0b4f8a;color:#ffffff;text-decoration:none;font-weight:600;padding:9px 18px;border-radius:5px;\">");
        Text(DigestWords.Open.In(digest.Language));
        Raw("</a></td></tr>\r\n");
    }

    private void Facts(CaseDigest digest)
    {
        Heading(DigestWords.Facts.In(digest.Language));
        Raw("<tr><td style=\"padding:2px 28px 0;\"><table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"border-collapse:collapse;font-size:14px;line-height:20px;\">\r\n");
        foreach (var fact in digest.Facts)
        {
            Raw("<tr><th scope=\"row\" align=\"left\" valign=\"top\" width=\"38%\" style=\"padding:6px 12px 6px 0;font-weight:400;color:#57606a;border-bottom:1px solid #eaeef2;\">");
            Text(fact.Label);
            Raw("</th><td valign=\"top\" style=\"padding:6px 0;border-bottom:1px solid #eaeef2;overflow-wrap:anywhere;\">");
            for (var i = 0; i < fact.Values.Count; i++)
            {
                if (i > 0) Raw("<br>");
                Text(fact.Values[i]);
            }

            Raw("</td></tr>\r\n");
        }

        Raw("</table></td></tr>\r\n");
    }

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

    private void Items<T>(string heading, IReadOnlyList<T> items, Func<T, (string? Strong, string Text)> words)
    {
        if (items.Count == 0) return;
        Heading(heading);
        Raw("<tr><td style=\"padding:2px 28px 0;\"><ul style=\"margin:0;padding-left:18px;font-size:14px;line-height:20px;overflow-wrap:anywhere;\">");
        foreach (var item in items)
        {
            var (strong, text) = words(item);
            Raw("<li style=\"margin:4px 0;\">");
            if (strong is not null) Element("strong", "font-weight:600;", strong + ":");
            Text(strong is null ? text : " " + text);
            Raw("</li>\r\n");
        }

        Raw("</ul></td></tr>\r\n");
    }

    private void Heading(string text)
    {
        Raw("<tr><td style=\"padding:24px 28px 0;\">");
        Element("h2", "margin:0;font-size:16px;line-height:22px;font-weight:600;", text);
        Raw("</td></tr>\r\n");
    }

    private void Row(string style, string text)
    {
        Raw("<tr>");
        Element("td", style, text);
        Raw("</tr>\r\n");
    }

    private void Paragraph(string style, string text) => Element("p", "margin:4px 0 0;" + style, text);

    private void Element(string name, string style, string text)
    {
        Raw($"<{name} style=\"{style}\">");
        Text(text);
        Raw($"</{name}>");
    }

    private void Text(string text) => _html.Append(Encoder.Encode(text));

    private void Raw(string html) => _html.Append(html);

    private static (string Line, string Back, string Fore) Colours(Verdict verdict) => verdict switch
    {
        Verdict.Flagged => ("#bf8700", "#fff1cc", "#6b4400"),
        Verdict.NotAssessable => ("#8c959f", "#eaeef2", "#424a53"),
        _ => ("#2da44e", "#dcf5e3", "#116329"),
    };
}
