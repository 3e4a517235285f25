using System.Text.Json;
using Microsoft.Playwright;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Reviews;
using TenderWatch.Notifications.Daily;
using TenderWatch.Notifications.Teams;
using TenderWatch.Notifications.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Notifications.Tests;

/// <summary>The cards in Microsoft's own renderer, in a real browser. With TENDERWATCH_SCREENSHOTS naming a folder, each is also pictured there, and each mail.</summary>
public sealed class CardRenderingTests
{
    private const string Chromium = "/usr/bin/chromium";

    private const string Render = """
        source => {
            AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = markdownit().render(text); result.didProcess = true; };
            const card = new AdaptiveCards.AdaptiveCard();
            const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
            card.parse(JSON.parse(source), context);
            const faults = [];
            for (let i = 0; i < context.eventCount; i++) faults.push(context.getEventAt(i).message);
            for (const failed of card.validateProperties().validationEvents) faults.push(failed.message);
            document.body.replaceChildren(card.render());
            return faults;
        }
        """;

    [Fact]
    public async Task Every_card_is_valid_and_what_others_wrote_is_text_in_it()
    {
        Assert.SkipUnless(File.Exists(Chromium), $"there is no browser at {Chromium}");
        using var folder = new NpmFolder();
        var why = await folder.InstallAsync(["adaptivecards@3.0.5", "markdown-it@14.1.0"], TestContext.Current.CancellationToken);
        Assert.SkipUnless(why is null, "the renderer of cards cannot be installed here: " + why);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 620, Height = 400 } });
        foreach (var (name, envelope) in Cards())
        {
            // Anew for each: the renderer's check of the language remembers where it stopped (a global regular expression).
            await page.GotoAsync("about:blank");
            await page.SetContentAsync("<!doctype html><title>card</title><body style='font-family:Segoe UI,sans-serif;margin:12px'></body>");
            await page.AddScriptTagAsync(new() { Path = folder.PathOf("adaptivecards", "dist", "adaptivecards.js") });
            await page.AddScriptTagAsync(new() { Path = folder.PathOf("markdown-it", "dist", "markdown-it.min.js") });
            using var document = JsonDocument.Parse(envelope);
            var card = document.RootElement.GetProperty("attachments")[0].GetProperty("content").GetRawText();
            Assert.Empty(await page.EvaluateAsync<string[]>(Render, card));
            var text = await page.InnerTextAsync("body");
            var links = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a')].map(link => link.href)");
            Assert.All(links, link => Assert.StartsWith("https://tenderwatch.example.org/", link, StringComparison.Ordinal));
            Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelectorAll('.ac-textBlock :is(img, code, li, h1, em)').length"));
            if (name.StartsWith("hostile", StringComparison.Ordinal)) Assert.Contains("<script>alert(1)</script> **bold** [click](https://evil.example)", text, StringComparison.Ordinal);
            await Screens.TakeAsync(page, name);
        }

        foreach (var (name, html) in Mails())
        {
            await page.SetContentAsync(html);
            await Screens.TakeAsync(page, name);
        }
    }

    private static IEnumerable<(string Name, byte[] Envelope)> Cards()
    {
        foreach (var language in new[] { Language.Nl, Language.En })
        {
            var end = "-" + language.ToString().ToLowerInvariant();
            var composer = new MessageComposer(Samples.Settings(recipients: [], teams: [new TeamsTarget { Name = "inkoop", Webhook = "https://a.logic.azure.com/", Language = language }]), Samples.Checks);
            foreach (var (name, message) in Messages()) yield return ("card-" + name + end, composer.Compose(message, Samples.Moment).Single().Content);
            yield return ("card-alarm" + end, composer.Compose(Alarms.Silent).Single().Content);
            yield return ("card-daily" + end, BundleCard.Of(Digest(language)));
            yield return ("hostile" + end, composer.Compose(Samples.Opened("<script>alert(1)</script> **bold** [click](https://evil.example) ![x](https://evil.example/p.png) `code`"), Samples.Moment).Single().Content);
        }
    }

    private static IEnumerable<(string Name, string Html)> Mails()
    {
        foreach (var language in new[] { Language.Nl, Language.En })
        {
            var end = "-" + language.ToString().ToLowerInvariant();
            var composer = new MessageComposer(Samples.Settings(recipients: [new MailRecipient { Email = "inkoop@example.org", Language = language }], teams: []), Samples.Checks);
            foreach (var (name, message) in Messages())
                yield return ("mail-" + name + end, MimeKit.MimeMessage.Load(new MemoryStream(composer.Compose(message, Samples.Moment).Single().Content)).HtmlBody!);
            yield return ("mail-daily" + end, Mail.BundleMail.Of(Digest(language)).Html);
        }
    }

    private static IEnumerable<(string Name, CaseMessage Message)> Messages()
    {
        var term = new CaseTerm(CaseTermKind.Explanation, new DateTimeOffset(2025, 12, 18, 23, 0, 0, TimeSpan.Zero));
        var opened = Checked(Samples.Opened());
        yield return ("opened", opened);
        yield return ("changed", Checked(Samples.Changed()));
        yield return ("near", opened with { Reason = MessageReason.DeadlineNear, Term = term });
        yield return ("passed", opened with { Reason = MessageReason.DeadlinePassed, Term = term });
        yield return ("decided", opened with { Reason = MessageReason.DecisionTaken });
    }

    // The case as it stands after these findings: it says whose turn it is.
    private static CaseMessage Checked(CaseMessage message) => message with
    {
        State = message.State with { Checks = [.. message.Findings.Select(finding => new CheckResult(finding.Check, finding.RuleVersion, finding.Verdict, Core.Evidence.Digest.Of("v"), Core.Evidence.Digest.Of("f"), 0, 0, 0))] },
    };

    private static BundleDigest Digest(Language language)
    {
        CaseState Case(string title, Verdict verdict) => Samples.Opened(title).State with
        {
            OpenedAt = Samples.Moment,
            Checks = [new CheckResult("alt", "1", verdict, Core.Evidence.Digest.Of("v"), Core.Evidence.Digest.Of("f"), 0, 0, 0)],
            Term = new CaseTerm(CaseTermKind.Tenders, Samples.Moment.AddDays(3)),
        };
        var bundle = new Bundle
        {
            At = Samples.Moment,
            Opened = [Case("DSMR6 E-meter", Verdict.Flagged), Case("Middenspanningskabels", Verdict.NotAssessable)],
            Changed = [Case("Gasmeters", Verdict.Clear)],
            Due = [Case("Laagspanningskasten", Verdict.Clear)],
            Sources = [Alarms.Silent.Health],
            Checkpoint = new(41, Samples.Moment, Core.Evidence.Digest.Of("checkpoint"), "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"),
        };
        return new BundleWriter(Samples.Checks, new Uri("https://tenderwatch.example.org/"), null).Write(bundle, language);
    }
}
