using System.Globalization;
using AngleSharp.Html.Parser;
using BigGustave;
using MimeKit;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;
using TenderWatch.Notifications.Tests.Support;

namespace TenderWatch.Notifications.Tests;

/// <summary>The picture of published prices in a mail.</summary>
public sealed class PricePictureTests
{
    private static readonly MessageComposer Composer = new(Samples.Settings(teams: []), Samples.Checks);

    [Fact]
    public void A_mail_draws_the_published_prices_and_says_the_same_in_a_table_and_in_plain_text()
    {
        var mail = Mail(Message(("estimate", "Raming", 20_000_000m), ("price/A", "Voorbeeld <A> B.V.", 10_000_000m), ("gap-limit/A", "grens", 15_000_000m), ("price/B", "Voorbeeld B B.V.", 19_000_000m)), Language.Nl);

        var alternative = Assert.IsType<MultipartAlternative>(mail.Body);
        var related = Assert.IsType<MultipartRelated>(alternative[1]);
        var picture = Assert.IsAssignableFrom<MimePart>(related[1]);
        Assert.Equal(("image/png", true), (picture.ContentType.MimeType, picture.ContentDisposition!.Disposition == ContentDisposition.Inline));
        var page = new HtmlParser().ParseDocument(mail.HtmlBody!);
        var image = Assert.Single(page.QuerySelectorAll("img"));
        Assert.Equal("cid:" + picture.ContentId, image.GetAttribute("src"));
        Assert.False(string.IsNullOrWhiteSpace(image.GetAttribute("alt")));
        string[] rows = [.. image.Closest("table")!.QuerySelectorAll("tr").Select(row => row.QuerySelector("th div")!.TextContent + ": " + row.QuerySelector("th strong")!.TextContent)];
        Assert.Equal(3, rows.Length);
        Assert.All(rows, row => Assert.Contains(row, mail.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal));
        Assert.StartsWith("Voorbeeld <A> B.V.", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("Raming", rows[2], StringComparison.Ordinal);

        // Each price is where its share of the highest is: halfway for half of it.
        var png = Png.Open(Bytes(picture));
        Assert.Equal((Number(image.GetAttribute("width")) * 2, Number(image.GetAttribute("height")) * 2), (png.Width, png.Height));
        var step = png.Height / rows.Length;
        Assert.Equal(png.Width / 2, MiddleOf(png, step / 2));
        Assert.InRange(MiddleOf(png, step + (step / 2)), (int)(png.Width * 0.86), (int)(png.Width * 0.95));
    }

    [Fact]
    public void Where_there_are_too_many_limits_the_prices_are_drawn_without_them()
    {
        (string, string, decimal)[] limits = [.. Enumerable.Range(1, 14).Select(place => ($"M{place}/limit", "grens", 15_000_000m + place))];
        var mail = Mail(Message([("price/A", "A", 10_000_000m), ("price/B", "B", 19_000_000m), .. limits]), Language.Nl);

        var rows = new HtmlParser().ParseDocument(mail.HtmlBody!).QuerySelector("img")!.Closest("table")!.QuerySelectorAll("tr");
        Assert.Equal(["A", "B"], rows.Select(row => row.QuerySelector("th div")!.TextContent.Trim()));
    }

    [Fact]
    public void The_same_prices_give_the_same_bytes()
    {
        var message = Message(("estimate", "Raming", 20_000_000m), ("price/A", "A", 10_000_000m));

        Assert.Equal(Composer.Compose(message, Samples.Moment)[0].Content, Composer.Compose(message, Samples.Moment)[0].Content);
    }

    [Fact]
    public void Without_two_prices_there_is_no_picture()
    {
        foreach (var figures in new (string, string, decimal)[][] { [], [("price/A", "A", 1m)], [("estimate", "Raming", 2m), ("mean", "Gemiddelde", 1m)] })
            Assert.IsType<TextPart>(Assert.IsType<MultipartAlternative>(Mail(Message(figures), Language.En).Body)[1]);
    }

    [Fact]
    public void Prices_of_nothing_are_drawn_at_the_beginning()
    {
        var mail = Mail(Message(("price/A", "A", 0m), ("price/B", "B", 0m)), Language.En);

        var picture = (MimePart)((MultipartRelated)((MultipartAlternative)mail.Body!)[1])[1];
        Assert.Equal(20, MiddleOf(Png.Open(Bytes(picture)), 54));
    }

    private static CaseMessage Message(params (string Id, string Label, decimal Value)[] figures) => Samples.WithFindings(Samples.Opened(), Samples.Finding("alt", "LOT-0001", Verdict.NotAssessable, new("Niet te beoordelen.", "Not assessable.")) with
    {
        Figures = [.. figures.Select(figure => new Figure(figure.Id, LocalizedText.Same(figure.Label), figure.Value, "EUR", []))],
    });

    private static MimeMessage Mail(CaseMessage message, Language language)
    {
        var composed = Composer.Compose(message, Samples.Moment).Single(each => each.Recipient.StartsWith(language == Language.Nl ? "inkoop" : "legal", StringComparison.Ordinal));
        using var stream = new MemoryStream(composed.Content);
        return MimeMessage.Load(stream);
    }

    private static byte[] Bytes(MimePart picture)
    {
        using var bytes = new MemoryStream();
        picture.Content!.DecodeTo(bytes);
        return bytes.ToArray();
    }

    private static int Number(string? text) => int.Parse(text!, CultureInfo.InvariantCulture);

    // Blue is the colour of a tender that asks for nothing.
    private static int MiddleOf(Png png, int y)
    {
        int[] marked = [.. Enumerable.Range(0, png.Width).Where(x => png.GetPixel(x, y) is { R: 11, G: 79, B: 138 })];
        return (marked[0] + marked[^1] + 1) / 2;
    }
}
