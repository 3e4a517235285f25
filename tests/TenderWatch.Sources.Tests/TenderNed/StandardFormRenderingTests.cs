using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.Tests.TenderNed;

public sealed class StandardFormRenderingTests
{
    private const string Start = "<div id=\"publicatie\"><h3 class=\"section-header-1\">Afdeling I: <span>Aanbestedende dienst</span></h3><dl><dt>Officiële benaming:</dt><dd>Gemeente Harderwijk</dd></dl>";
    private const string End = "<h3 class=\"section-header-1\">Afdeling VI: <span>Aanvullende inlichtingen</span></h3><dl><dt>Officiële benaming:</dt><dd>Rechtbank Gelderland</dd></dl></div>";

    [Fact]
    public void A_contract_of_an_older_form_has_contractor_value_and_date()
    {
        var notice = Renderings.Notice(Start + Block("Perceel Noord", "1 800 000,00", "EUR", "Voorbeeld ICT Groep B.V.") + End);
        Assert.Empty(notice.Problems);
        var bid = Assert.Single(notice.Bids);
        Assert.Equal(("Voorbeeld ICT Groep B.V.", Money.Of(1_800_000.00m, "EUR"), true), (bid.Bidders.Single().Name, bid.Value, bid.Won));
        Assert.Equal((new DateOnly(2022, 10, 20), "Perceel Noord"), (notice.Contracts.Single().Concluded, notice.Contracts[0].Title));
        Assert.Equal((2_000_000.00m, "selec-w"), (notice.Results.Single().EstimatedValue!.Amount, notice.Results[0].Status));
        Assert.Equal(1_800_000.00m, notice.TotalValue!.Amount);
        Assert.Equal("Gemeente Harderwijk", notice.Buyers.Single().Name);
        Assert.True(notice.Results.Single().Submissions.TryGet("tenders", out var count) && count == 4);
    }

    [Fact]
    public void One_value_for_several_contractors_is_the_value_of_none_of_them()
    {
        var notice = Renderings.Notice(Start + Block("Raamovereenkomst", "1 800 000,00", "EUR", "A B.V.", "B B.V.") + End);
        Assert.Equal(2, notice.Bids.Count);
        Assert.All(notice.Bids, bid => Assert.Null(bid.Value));
        Assert.Equal(1_800_000.00m, notice.TotalValue!.Amount);
        Assert.Equal("shared-amount", Assert.Single(notice.Problems).Code);
    }

    [Fact]
    public void A_group_of_contractors_is_one_bid_with_the_value()
    {
        var block = Block("Opdracht", "1 800 000,00", "EUR", "A B.V.", "B B.V.").Replace("<!--groep-->", "<p class=\"subsection-content\">De opdracht is gegund aan een groep ondernemers: ja</p>", StringComparison.Ordinal);
        var notice = Renderings.Notice(Start + block + End);
        Assert.Equal(["A B.V.", "B B.V."], Assert.Single(notice.Bids).Bidders.Select(party => party.Name));
        Assert.Equal(1_800_000.00m, notice.Bids[0].Value!.Amount);
    }

    [Fact]
    public void Several_contracts_are_several_results_and_no_total_of_ours()
    {
        var notice = Renderings.Notice(Start + Block("Een", "5 000,00", "EUR", "A B.V.") + Block("Twee", "7 000,00", "EUR", "B B.V.") + End);
        Assert.Equal([5_000m, 7_000m], notice.Bids.Select(bid => bid.Value!.Amount));
        Assert.Equal(["RES-0001", "RES-0002"], notice.Results.Select(result => result.Id));
        Assert.Null(notice.TotalValue);
    }

    [Fact]
    public void An_amount_without_its_currency_is_a_problem()
    {
        var notice = Renderings.Notice(Start + Block("Een", "5 000,00", "", "A B.V.") + End);
        Assert.Empty(Renderings.Amounts(notice));
        Assert.All(notice.Problems, problem => Assert.Equal("unreadable-amount", problem.Code));
        Assert.NotEmpty(notice.Problems);
    }

    [Theory]
    [InlineData("1.250", null)]
    [InlineData("1,250", null)]
    [InlineData("1.250,5", "1250.5")]
    [InlineData("12.500.000,00", "12500000.00")]
    [InlineData("1\u00A0250\u2009000,00", "1250000.00")]
    [InlineData("1 250.00", "1250.00")]
    [InlineData("circa 5 000", null)]
    public void An_amount_of_an_older_form_is_read_where_it_can_mean_one_thing_only(string written, string? expected)
    {
        var notice = Renderings.Notice(Start + Block("Een", written, "EUR", "A B.V.") + End);
        Assert.Equal(expected, notice.Bids.Single().Value?.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected is null ? ["unreadable-amount"] : [], notice.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void The_court_of_appeal_is_no_contractor()
    {
        var notice = Renderings.Notice(Start + Block("Een", "5 000,00", "EUR") + End);
        Assert.Empty(notice.Bids);
        Assert.DoesNotContain(notice.Buyers, buyer => buyer.Name == "Rechtbank Gelderland");
    }

    private static string Block(string title, string value, string currency, params string[] contractors) =>
        "<h3 id=\"detail-publicatie:linkS5\" class=\"section-header-1\">Afdeling V: <span>Gunning van een opdracht</span></h3>" +
        $"<p class=\"subsection-content\"><span class=\"section-header-3\">Opdracht nr.: </span>-<br /><span class=\"section-header-3\">Perceel nr.: </span>-<br /><span class=\"section-header-3\">Benaming: </span>{title}</p>" +
        "<p class=\"subsection-content\">Een opdracht/perceel wordt gegund: ja</p><h4 class=\"section-header-2\">V.2) <span>Gunning van een opdracht</span></h4>" +
        "<h5 class=\"subsection\"><span class=\"subsection-number\">V.2.1)</span> <span class=\"section-header-3\">Datum van de sluiting van de overeenkomst: </span></h5><p class=\"subsection-content\">20/10/2022</p>" +
        "<p>Aantal inschrijvingen: 4</p><!--groep-->" +
        string.Concat(contractors.Select(name => "<h5 class=\"subsection\"><span class=\"subsection-number\">V.2.3)</span> <span class=\"section-header-3\">Naam en adres van de contractant</span></h5>" +
            $"<dl class=\"subsection\"><dt>Offici&euml;le benaming:</dt><dd>{name}</dd><dt>Plaats:</dt><dd>Ede</dd></dl>")) +
        "<h5 class=\"subsection\"><span class=\"subsection-number\">V.2.4)</span> <span class=\"section-header-3\">Inlichtingen over de waarde van de opdracht/het perceel</span></h5>" +
        "<p class=\"subsection-content\">Aanvankelijk geraamde totale waarde van de opdracht/het perceel: <br />2 000 000,00</p>" +
        $"<p class=\"subsection-content\">Totale waarde van de opdracht/het perceel: {value}</p>" + (currency.Length > 0 ? $"<p class=\"subsection-content\">Munt: {currency}</p>" : "");
}
