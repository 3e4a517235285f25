using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using TenderWatch.Core.Languages;
using TenderWatch.Notifications.Digests;

namespace TenderWatch.Notifications.Mail;

/// <summary>A page for mail clients: tables and inline styles, nothing fetched from anywhere. Whatever is put in as text is encoded.</summary>
internal abstract class MailPage
{
    protected const string Quiet = "color:#57606a;font-size:13px;line-height:19px;";
    private const string Font = "font-family:Segoe UI,Helvetica,Arial,sans-serif;";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();

    /// <summary>Writes the page from its beginning to its end.</summary>
    protected string Write(Language language, string title, string? banner, string introduction, LocalizedText open, Uri page, Action rest)
    {
        Raw($"<!doctype html>\r\n<html lang=\"{(language == Language.Nl ? "nl" : "en")}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>");
        Text(title);
        Raw($"</title></head>\r\n<body style=\"margin:0;padding:0;background:#f3f5f7;\">\r\n<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"background:#f3f5f7;\"><tr><td align=\"center\" style=\"padding:24px 12px;\">\r\n<table role=\"presentation\" width=\"640\" cellpadding=\"0\" cellspacing=\"0\" style=\"max-width:640px;width:100%;background:#ffffff;border:1px solid #d8dee4;border-radius:6px;{Font}color:#1f2328;font-size:15px;line-height:22px;\">\r\n");
        if (banner is not null) Row("padding:10px 28px;background:#fff8c5;border-bottom:1px solid #d4a72c;font-weight:600;font-size:13px;", banner);
        Row($"padding:24px 28px 0;{Quiet}letter-spacing:.04em;", "TenderWatch");
        Raw("<tr><td style=\"padding:4px 28px 0;\"><h1 style=\"margin:0;font-size:22px;line-height:29px;font-weight:600;overflow-wrap:anywhere;\">");
        Text(title);
        Raw("</h1></td></tr>\r\n");
        Row("padding:12px 28px 0;", introduction);
        Button(open.In(language), page);
        rest();
        Raw("</table>\r\n</td></tr></table>\r\n</body></html>\r\n");
        return _html.ToString();
    }

    protected void Facts(string heading, IReadOnlyList<DigestFact> facts)
    {
        Heading(heading);
        Raw("<tr><td style=\"padding:2px 28px 0;\"><table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"border-collapse:collapse;font-size:14px;line-height:20px;\">\r\n");
        foreach (var fact in facts)
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

    protected void Items<T>(string heading, IReadOnlyList<T> items, Func<T, (string? Strong, string Text)> words)
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

    protected void Link(string title, Uri? page, string note)
    {
        Raw("<tr><td style=\"padding:8px 28px 0;font-size:14px;line-height:20px;overflow-wrap:anywhere;\">");
        if (page is null)
        {
            Element("strong", "font-weight:600;", title);
        }
        else
        {
            Raw("<a href=\"");
            Text(page.AbsoluteUri);
            Raw("\" style=\"color:#0b4f8a;font-weight:600;\">");
            Text(title);
            Raw("</a>");
        }

        Raw("<br>");
        Text(note);
        Raw("</td></tr>\r\n");
    }

    protected void Heading(string text)
    {
        Raw("<tr><td style=\"padding:24px 28px 0;\">");
        Element("h2", "margin:0;font-size:16px;line-height:22px;font-weight:600;", text);
        Raw("</td></tr>\r\n");
    }

    protected void Row(string style, string text)
    {
        Raw("<tr>");
        Element("td", style, text);
        Raw("</tr>\r\n");
    }

    protected void Paragraph(string style, string text) => Element("p", "margin:4px 0 0;" + style, text);

    protected void Element(string name, string style, string text)
    {
        Raw($"<{name} style=\"{style}\">");
        Text(text);
        Raw($"</{name}>");
    }

    protected void Text(string text) => _html.Append(Encoder.Encode(text));

    protected void Raw(string html) => _html.Append(html);

    private void Button(string words, Uri page)
    {
        Raw("<tr><td style=\"padding:18px 28px 0;\"><a href=\"");
        Text(page.AbsoluteUri);
        Raw("\" style=\"display:inline-block;background:#0b4f8a;color:#ffffff;text-decoration:none;font-weight:600;padding:9px 18px;border-radius:5px;\">");
        Text(words);
        Raw("</a></td></tr>\r\n");
    }
}
