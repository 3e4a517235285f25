using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Notifications.Digests;

namespace TenderWatch.Notifications.Mail;

/// <summary>The digest of a case as HTML.</summary>
internal sealed class MailHtml : MailPage
{
    public static string Of(CaseDigest digest) => new MailHtml().Write(digest);

    /// <summary>The pictures that the page shows.</summary>
    public static IReadOnlyList<MailPicture> PicturesOf(CaseDigest digest) => [.. digest.Prices.Select((prices, place) => new MailPicture(IdOf(place), PricePicture.Of(prices.Prices)))];

    private static string IdOf(int place) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"prices-{place + 1}");

    private string Write(CaseDigest digest) => Write(digest.Language, digest.Title, digest.Banner, digest.Introduction, DigestWords.Open, digest.Page, () =>
    {
        var language = digest.Language;
        Facts(DigestWords.Now.In(language), digest.Next);
        Facts(DigestWords.Facts.In(language), digest.Facts);
        for (var place = 0; place < digest.Prices.Count; place++) Prices(digest.Prices[place], IdOf(place), language);
        Heading(DigestWords.Checks.In(language));
        foreach (var check in digest.Checks) Check(check, language);
        Items(DigestWords.Others.In(language), digest.Others, other => (null, other));
        Items(DigestWords.Missing.In(language), digest.Missing, missing => ($"{missing.Name} ({missing.Field})", missing.Why));
        Items(DigestWords.OpenedBecause.In(language), digest.OpenedBecause, because => (null, because));
        Row($"padding:22px 28px 24px;{Quiet}", DigestWords.Nature.In(language));
    });

    // The words and the picture have rows of one height, so that they stand beside each other; where pictures are not shown the table says the same.
    private void Prices(DigestPrices prices, string id, Language language)
    {
        Heading($"{DigestWords.Prices.In(language)}: {prices.Title}");
        Raw("<tr><td style=\"padding:2px 28px 0;\"><table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" style=\"border-collapse:collapse;\">\r\n");
        for (var place = 0; place < prices.Prices.Count; place++)
        {
            var price = prices.Prices[place];
            // No width of its own: on a phone the label gives way.
            Raw($"<tr><th scope=\"row\" align=\"left\" valign=\"middle\" style=\"width:100%;max-width:0;height:{PricePicture.RowHeight}px;padding:0 8px 0 0;font-size:13px;line-height:18px;font-weight:400;\"><div style=\"overflow:hidden;white-space:nowrap;text-overflow:ellipsis;\">");
            Text(price.Label);
            Raw("</div><strong style=\"font-weight:600;white-space:nowrap;\">");
            Text(price.Written);
            Raw("</strong>");
            if (price.Asks) Element("div", "color:#9a4a00;font-size:12px;line-height:16px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;", DigestWords.Asks.In(language));
            Raw("</th>");
            if (place == 0) Raw($"<td rowspan=\"{prices.Prices.Count}\" style=\"padding:0;\"><img src=\"cid:{id}\" width=\"{PricePicture.Width}\" height=\"{prices.Prices.Count * PricePicture.RowHeight}\" alt=\"{DigestWords.PricesDrawn.In(language)}\" style=\"display:block;border:0;\"></td>");
            Raw("</tr>\r\n");
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

    private static (string Line, string Back, string Fore) Colours(Verdict verdict) => verdict switch
    {
        Verdict.Flagged => ("#bf8700", "#fff1cc", "#6b4400"),
        Verdict.NotAssessable => ("#8c959f", "#eaeef2", "#424a53"),
        _ => ("#2da44e", "#dcf5e3", "#116329"),
    };
}
