using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Summaries;
using TenderWatch.Extraction.Rules;
using TenderWatch.Sources;
using TenderWatch.Testing;

namespace TenderWatch.Extraction.Tests.Summaries;

/// <summary>The five lines that are filled from the facts of notices, without a model.</summary>
public sealed class CaseSummaryTests(ITestOutputHelper output)
{
    public static bool HasData => SharedData.Root is not null;

    [Theory(Skip = SharedData.Absent, SkipUnless = nameof(HasData))]
    [InlineData("eforms", 480)]
    [InlineData("ted-legacy", 140)]
    [InlineData("eforms-sdk-examples", 60)]
    public void Every_real_notice_has_five_lines_in_both_languages_and_each_sentence_its_source(string folder, int least)
    {
        var read = 0;
        foreach (var file in Directory.GetFiles(SharedData.File(folder), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(file);
            if (Read(bytes) is not { } notice) continue;
            read++;
            var lines = Summarise(notice, bytes);
            Assert.Equal(Enum.GetValues<SummaryTopic>(), lines.Select(line => line.Topic));
            foreach (var sentence in lines.SelectMany(line => line.Sentences)) AssertSound(sentence, Path.GetFileName(file));
            Assert.All(lines, line => Assert.NotEmpty(line.Sentences));
            Assert.Equal(JsonSerializer.Serialize(lines, NoticeJson.Stored), JsonSerializer.Serialize(Summarise(notice, bytes), NoticeJson.Stored));
        }

        output.WriteLine($"{folder}: {read} notices");
        Assert.True(read >= least, $"{read} notices");
    }

    [Fact]
    public void The_award_of_the_meters_reads_as_an_officer_would_say_it()
    {
        var lines = OfSample("99000002-2025.xml");

        Assert.Equal(
        [
            "Leveringen voor Alliander, Enexis en Stedin: “DSMR6 E-meter” (CPV 38554000).",
            "Gegunde waarde: EUR 592.517.432. Hoeveelheid: 7.933.740 stuks; waarde per eenheid: EUR 74,68 (berekend).",
            "Looptijd: 8 jaar. Verlengingen: 3 × 2 jaar. Langste looptijd: 14 jaar.",
            "Laatste publicatie: Resultaat, 11 december 2025. Gegund aan Kaifa Technology Netherlands B.V. (60 %) en Sagemcom Energy & Telecom SAS (40 %). Hoeveel inschrijvingen zijn ontvangen, noemen de publicaties niet.",
            "Onderhandelingsprocedure met voorafgaande oproep, Richtlijn 2014/25/EU (speciale sectoren). Geen raamovereenkomst. Verordening buitenlandse subsidies toegepast: ja. Verdeling (in de tekst): 60/40 %. Overeenkomst inzake overheidsopdrachten (GPA) van toepassing (in de tekst): ja.",
        ], lines.Select(line => line.Text.Nl));
        Assert.Equal(
        [
            "Supplies for Alliander, Enexis and Stedin: “DSMR6 E-meter” (CPV 38554000).",
            "Awarded value: EUR 592,517,432. Quantity: 7,933,740 pieces; value per unit: EUR 74.68 (calculated).",
            "Duration: 8 years. Renewals: 3 × 2 years. Longest duration: 14 years.",
            "Latest publication: Result, 11 December 2025. Awarded to Kaifa Technology Netherlands B.V. (60 %) and Sagemcom Energy & Telecom SAS (40 %). The publications do not state how many tenders were received.",
            "Negotiated procedure with prior call, Directive 2014/25/EU (utilities). No framework agreement. Foreign Subsidies Regulation applied: yes. Division (in the text): 60/40 %. Agreement on Government Procurement (GPA) applies (in the text): yes.",
        ], lines.Select(line => line.Text.En));
    }

    [Fact]
    public void A_notice_that_states_nothing_says_so_and_names_the_fields_that_were_looked_for()
    {
        var lines = Summarise(new Notice { Format = "eforms" }, "x"u8.ToArray());

        Assert.Equal(5, lines.Count);
        Assert.All(lines.SelectMany(line => line.Sentences), sentence => Assert.NotEmpty(sentence.Sought));
        Assert.Contains("BT-161", lines[1].Sentences[0].Sought);
    }

    [Fact]
    public void Amounts_of_lots_are_never_added_up_and_those_of_one_lot_are_not_told_of_the_whole()
    {
        var notice = new Notice
        {
            Format = "eforms",
            Lots = [new Lot { Id = "LOT-0001", EstimatedValue = Money.Of(100, "EUR"), Duration = "P1Y" }, new Lot { Id = "LOT-0002", EstimatedValue = Money.Of(250, "EUR"), Duration = "P2Y" }],
        };

        var lines = Summarise(notice, "x"u8.ToArray());

        Assert.Equal("Geraamde waarde (zonder btw), per perceel (2): EUR 100 tot EUR 250.", lines[1].Text.Nl);
        Assert.Equal("Looptijd (verschilt per perceel): 1 jaar en 2 jaar.", lines[2].Text.Nl);
    }

    [Fact]
    public void Renewals_alone_are_no_term_and_a_text_in_another_language_is_not_read_for_figures()
    {
        var notice = new Notice { Format = "eforms", Language = "deu", Description = "Geliefert werden 9023 St. in 8 Jahren.", Lots = [new Lot { Id = "LOT-0001", Renewals = 1 }] };

        var lines = Summarise(notice, "x"u8.ToArray());

        Assert.Equal("The publications state no value.", lines[1].Text.En);
        Assert.Equal("The publications state no term. Renewals: 1.", lines[2].Text.En);
    }

    [Fact]
    public void What_only_the_text_states_is_told_with_its_words_and_as_standing_in_the_text()
    {
        var notice = new Notice { Format = "eforms", Language = "nld", Description = "De opdracht omvat de levering van 7.933.740 meters. De looptijd is 8 jaar, met de mogelijkheid om 3 maal 2 jaar te verlengen." };

        var lines = Summarise(notice, "x"u8.ToArray());

        Assert.Equal("De publicaties noemen geen waarde. Hoeveelheid in de tekst: 7.933.740 meters.", lines[1].Text.Nl);
        Assert.Equal("Duration in the text: 8 years. Renewals in the text: 3 × 2 years.", lines[2].Text.En);
        Assert.Equal("looptijd is 8 jaar", Assert.Single(lines[2].Sentences[0].Origins).Quote);
    }

    [Fact]
    public void A_hostile_title_is_one_short_line_that_steers_no_terminal()
    {
        var notice = new Notice { Format = "eforms", Title = "Meters\u001b[31m\r\n\u202Eretem " + new string('x', 5_000) };

        var title = Summarise(notice, "x"u8.ToArray())[0].Text.En;

        Assert.StartsWith("Purchase: “Meters [31m retem xxx", title, StringComparison.Ordinal);
        Assert.DoesNotContain(title, char.IsControl);
        Assert.True(title.Length < 300);
    }

    private static void AssertSound(SummarySentence sentence, string file)
    {
        Assert.True(sentence.Origins.Count > 0 != sentence.Sought.Count > 0, $"{file}: source of {sentence.Text.En}");
        foreach (var text in new[] { sentence.Text.In(Language.Nl), sentence.Text.In(Language.En) })
        {
            Assert.True(text.Length > 5 && text[^1] == '.' && !text.EndsWith("..", StringComparison.Ordinal) && !text.EndsWith(": .", StringComparison.Ordinal) && !text.Contains("  ", StringComparison.Ordinal) && !text.Contains(": ;", StringComparison.Ordinal), $"{file}: {text}");
        }
    }

    private static Notice? Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return NoticeXml.Read(stream) is NoticeReading.Read read ? read.Notice : null;
    }

    private static IReadOnlyList<SummaryLine> OfSample(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(SharedData.Repository, "samples", "dsmr6", "ted", name));
        return Summarise(Read(bytes)!, bytes);
    }

    private static IReadOnlyList<SummaryLine> Summarise(Notice notice, byte[] bytes) => CaseSummary.Of(NoticeFacts.Of(notice, Digest.Of(bytes), new TextRules()));
}
