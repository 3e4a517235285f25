using System.Text;
using TenderWatch.Notifications.Digests;

namespace TenderWatch.Notifications.Mail;

/// <summary>The digest as plain text.</summary>
internal static class MailText
{
    public static string Of(CaseDigest digest)
    {
        var text = new StringBuilder();
        if (digest.Banner is { } banner) text.Append("*** ").Append(banner).Append(" ***\r\n\r\n");
        text.Append(digest.Title).Append("\r\n\r\n").Append(digest.Introduction).Append("\r\n").Append(digest.Page.AbsoluteUri).Append("\r\n");

        Heading(text, DigestWords.Now.In(digest.Language));
        foreach (var fact in digest.Next) text.Append(fact.Label).Append(": ").Append(fact.Line).Append("\r\n");

        Heading(text, DigestWords.Facts.In(digest.Language));
        foreach (var fact in digest.Facts) text.Append(fact.Label).Append(": ").Append(fact.Line).Append("\r\n");

        foreach (var prices in digest.Prices)
        {
            Heading(text, $"{DigestWords.Prices.In(digest.Language)}: {prices.Title}");
            foreach (var price in prices.Prices) text.Append(price.Label).Append(": ").Append(price.Written).Append(price.Asks ? $" ({DigestWords.Asks.In(digest.Language)})" : "").Append("\r\n");
        }

        Heading(text, DigestWords.Checks.In(digest.Language));
        foreach (var check in digest.Checks) Append(text, check, digest);

        if (digest.Others.Count > 0) Heading(text, DigestWords.Others.In(digest.Language));
        foreach (var other in digest.Others) text.Append("- ").Append(other).Append("\r\n");

        if (digest.Missing.Count > 0) Heading(text, DigestWords.Missing.In(digest.Language));
        foreach (var missing in digest.Missing) text.Append("- ").Append(missing.Name).Append(" (").Append(missing.Field).Append("): ").Append(missing.Why).Append("\r\n");

        if (digest.OpenedBecause.Count > 0) Heading(text, DigestWords.OpenedBecause.In(digest.Language));
        foreach (var because in digest.OpenedBecause) text.Append("- ").Append(because).Append("\r\n");

        return text.Append("\r\n-- \r\n").Append(DigestWords.Nature.In(digest.Language)).Append("\r\n").ToString();
    }

    public static StringBuilder Heading(StringBuilder text, string heading) => text.Append("\r\n").Append(heading).Append("\r\n").Append('-', heading.Length).Append("\r\n");

    private static void Append(StringBuilder text, DigestCheck check, CaseDigest digest)
    {
        text.Append("* ").Append(check.Name).Append(": ").Append(check.Words);
        if (check.Change is { } change) text.Append(" (").Append(change).Append(')');
        text.Append("\r\n");
        foreach (var finding in check.Findings)
        {
            text.Append("  ");
            if (finding.Subject is { } subject) text.Append(subject).Append(", ").Append(finding.Words).Append(": ");
            text.Append(finding.Summary).Append("\r\n");
            foreach (var reason in finding.Reasons) text.Append("  - ").Append(reason).Append("\r\n");
        }

        if (check.Left > 0) text.Append("  ").Append(DigestWords.More(check.Left).In(digest.Language)).Append("\r\n");
    }
}
