using System.Text.Json;
using CsCheck;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Notifications.Teams;
using TenderWatch.Notifications.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Notifications.Tests;

public sealed class CardTests
{
    private const int TeamsLimit = 28 * 1024;

    private static ComposedMessage Compose(CaseMessage message, Language language = Language.Nl, string? banner = null) =>
        new MessageComposer(Samples.Settings(recipients: [], teams: [new TeamsTarget { Name = "inkoop", Webhook = "https://a.logic.azure.com/", Language = language }], banner: banner), Samples.Checks)
            .Compose(message, Samples.Moment).Single();

    private static JsonElement Card(ComposedMessage message)
    {
        var envelope = JsonDocument.Parse(message.Content).RootElement;
        Assert.Equal("message", envelope.GetProperty("type").GetString());
        var attachment = Assert.Single(envelope.GetProperty("attachments").EnumerateArray());
        Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.GetProperty("contentType").GetString());
        Assert.Equal(JsonValueKind.Null, attachment.GetProperty("contentUrl").ValueKind);
        return attachment.GetProperty("content");
    }

    internal static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member is { Name: "text" or "title" or "value", Value.ValueKind: JsonValueKind.String } ? [member.Value.GetString()!] : Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };

    [Fact]
    public void A_card_is_an_adaptive_card_in_the_envelope_of_a_workflow()
    {
        var message = Compose(Samples.Opened());
        var card = Card(message);

        Assert.Equal(("AdaptiveCard", "1.5"), (card.GetProperty("type").GetString(), card.GetProperty("version").GetString()));
        var action = Assert.Single(card.GetProperty("actions").EnumerateArray());
        Assert.Equal(("Action.OpenUrl", "https://tenderwatch.example.org/app/cases/0a1b2c3d4e5f"), (action.GetProperty("type").GetString(), action.GetProperty("url").GetString()));
        Assert.Contains(card.GetProperty("body").EnumerateArray(), element => element.GetProperty("type").GetString() == "FactSet");
        Assert.Equal(("application/json", "teams", "inkoop"), (message.MediaType, message.Channel, message.Recipient));
    }

    [Theory]
    [InlineData(Language.Nl, "DSMR6 E-meter|EUR 592.517.432|Aandacht nodig|Niet te beoordelen|Geen signaal|De andere inschrijvingen staan niet in de aankondiging.|Wat ontbreekt, en wie het kan geven|Zaak openen")]
    [InlineData(Language.En, "DSMR6 E-meter|EUR 592,517,432|Needs attention|Cannot be assessed|No signal|The other tenders are not in the notice.|What is missing, and who could give it|Open the case")]
    public void A_card_tells_facts_verdicts_and_what_is_missing(Language language, string expected)
    {
        var texts = Texts(Card(Compose(Samples.Opened(), language))).ToArray();

        foreach (var each in expected.Split('|')) Assert.Contains(texts, text => text.Contains(each, StringComparison.Ordinal));
    }

    [Fact]
    public void A_changed_verdict_and_the_banner_are_told()
    {
        var texts = Texts(Card(Compose(Samples.Changed(), banner: "DEMONSTRATIE"))).ToArray();

        Assert.Equal("DEMONSTRATIE", texts[0]);
        Assert.Contains("Geen signaal (was: Niet te beoordelen)", texts);
    }

    [Fact]
    public void However_much_there_is_to_tell_a_card_fits_and_says_that_it_is_shortened()
    {
        var words = new LocalizedText(new string('漢', 5_000), new string('"', 5_000));
        var findings = Enumerable.Range(0, 60).SelectMany(check => Enumerable.Range(0, 30).Select(lot =>
            Samples.Finding($"check-{check}{new string('*', 200)}", $"LOT-{lot}", Verdict.Flagged, words) with { Reasons = [words, words], Missing = [new MissingFact($"BT-{check}{lot}", words, words)] })).ToArray();

        foreach (var language in Enum.GetValues<Language>())
        {
            var message = Compose(Samples.WithFindings(Samples.Opened(new string('\\', 10_000), new string('_', 10_000)), findings), language);

            Assert.InRange(message.Content.Length, 1_000, TeamsLimit);
            Assert.Contains(Texts(Card(message)), text => text.StartsWith(language == Language.Nl ? "Ingekort" : "Shortened", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(Texts(Card(Compose(Samples.Opened()))), text => text.StartsWith("Ingekort", StringComparison.Ordinal));
    }

    [Fact]
    public void No_title_becomes_markdown_or_a_function_or_breaks_the_card() =>
        Hostile.Text.Sample(title =>
        {
            var message = Compose(Samples.Opened(title, winner: title));

            Assert.InRange(message.Content.Length, 1_000, TeamsLimit);
            foreach (var text in Texts(Card(message)))
            {
                Assert.DoesNotContain(text, character => char.IsControl(character) || Hostile.IsDeceptive(character));
                Assert.True(Hostile.IsWellFormed(text));
                AssertNoMarkdown(text);
            }
        }, iter: 300);

    private static void AssertNoMarkdown(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && char.IsAscii(text[i + 1]) && !char.IsLetterOrDigit(text[i + 1]) && text[i + 1] != ' ')
            {
                i++;
                continue;
            }

            Assert.False(text[i] is '\\' or '`' or '*' or '_' or '[' or ']' or '{' or '<' or '~', $"an unescaped {text[i]} at {i} of {text}");
        }

        Assert.DoesNotMatch("^(#|>|-|\\+|[0-9]{1,9}[.)]( |$))", text);
        // Entities as CommonMark 0.31 section 2.5 has them: "&6;" is none.
        Assert.DoesNotMatch("(?<!\\\\)&(#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{0,30});", text);
    }

    [Theory]
    [InlineData("Sagemcom Energy & Telecom SAS", "Sagemcom Energy & Telecom SAS")]
    [InlineData("EUR 592.517.432", "EUR 592.517.432")]
    [InlineData("7.933.740 stuks", "7.933.740 stuks")]
    [InlineData("1. Perceel", "1\\. Perceel")]
    [InlineData("a_b*c [x](y)", "a\\_b\\*c \\[x\\](y)")]
    [InlineData("{{DATE(x)}}", "\\{\\{DATE(x)}}")]
    [InlineData("&lt;b", "\\&lt;b")]
    public void Only_what_has_a_meaning_in_a_card_is_escaped(string text, string escaped) => Assert.Equal(escaped, CardText.Of(text));

    [Fact]
    public void The_same_message_has_the_same_bytes() => Assert.Equal(Compose(Samples.Opened()).Content, Compose(Samples.Opened()).Content);
}
