using System.Text.Json;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Notices;

namespace TenderWatch.Core.Tests.Checks;

public sealed class SupplyCheckTests
{
    private const string Source = "\"source\":{\"title\":\"Brief\",\"publisher\":\"Minister\"}";

    private static CaseNotice Award(params (string Name, string? Country)[] winners) => Given.Bids(
        [.. winners.Select((winner, place) => Given.Bid(place + 1, null, won: true) with { Bidders = [new Party { Name = winner.Name, Country = winner.Country }] })],
        notice: Given.Empty with { ContractNature = "supplies", Cpv = ["38554000"] });

    private static Finding Run(string check, CaseNotice notice, params string[] statements) => Run(new CheckSettings(), check, notice, statements);

    private static Finding Run(CheckSettings settings, string check, CaseNotice notice, params string[] statements) => Assert.Single(CheckList.All(settings).Single(one => one.Id == check)
        .Run(Given.Case(notice) with { Statements = [.. statements.Select(statement => Given.Statement(JsonElement.Parse($"{{{Source},{statement}}}")))] }));

    private static string Suppliers(string suppliers, string component = "measuring-module") => $"\"components\":[{{\"component\":\"{component}\",\"suppliers\":[{suppliers}],\"quote\":\"q\"}}]";

    [Theory]
    [InlineData("""{"name":"A","country":"CHN","canTakeOver":true},{"name":"B","country":"FRA","canTakeOver":true}""", Verdict.Clear)]
    [InlineData("""{"name":"A","country":"CHN","canTakeOver":true},{"name":"B","country":"VNM","canTakeOver":true}""", Verdict.Flagged)]
    [InlineData("""{"name":"A","country":"CHN","canTakeOver":true},{"name":"B","canTakeOver":true}""", Verdict.NotAssessable)]
    [InlineData("""{"name":"A","country":"FRA","canTakeOver":true},{"name":"B","country":"DEU"}""", Verdict.NotAssessable)]
    [InlineData("""{"name":"A","country":"FRA","canTakeOver":true},{"name":"B","country":"DEU","canTakeOver":false}""", Verdict.Flagged)]
    [InlineData("""{"name":"A","country":"FRA","canTakeOver":true}""", Verdict.Flagged)]
    public void Resilience_needs_number_origin_and_take_over_and_says_which_is_not_known(string suppliers, Verdict verdict) =>
        Assert.Equal(verdict, Run("supply-resilience", Award(("A", "NLD")), Suppliers(suppliers)).Verdict);

    [Fact]
    public void A_later_statement_completes_an_earlier_one()
    {
        var finding = Run("supply-resilience", Award(("A", "NLD")), Suppliers("""{"name":"A B.V.","country":"CHN"},{"name":"B","country":"FRA","canTakeOver":true}"""), Suppliers("""{"name":"a bv","canTakeOver":true}"""));
        Assert.Equal((Verdict.Clear, 2m), (finding.Verdict, finding.Figure("suppliers")));
    }

    [Theory]
    [InlineData("gateway", "\"productionCountry\":\"DEU\"", Verdict.Clear)]
    [InlineData("gateway", "\"productionCountry\":\"CHN\"", Verdict.Flagged)]
    [InlineData("gateway", "\"country\":\"DEU\"", Verdict.NotAssessable)]
    [InlineData("measuring-module", "\"productionCountry\":\"CHN\"", Verdict.Clear)]
    [InlineData("toaster", "\"country\":\"DEU\"", Verdict.NotAssessable)]
    public void The_level_of_a_component_brings_its_requirement(string component, string member, Verdict verdict) =>
        Assert.Equal(verdict, Run("component-risk", Award(("A", "NLD")), Suppliers($"{{\"name\":\"A\",{member}}}", component)).Verdict);

    [Fact]
    public void A_component_of_the_users_own_takes_the_place_of_one_that_ships()
    {
        var settings = new CheckSettings { Components = [new SupplyComponent { Id = "measuring-module", Nl = "Meter", En = "Meter", Risk = ComponentRisk.Higher, ProductionInGpa = true }] };
        var finding = Run(settings, "component-risk", Award(("A", "NLD")), Suppliers("""{"name":"A","productionCountry":"CHN"}"""));
        Assert.Equal(Verdict.Flagged, finding.Verdict);
        Assert.StartsWith("1+", finding.RuleVersion, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"percent\":35,\"isState\":true", Verdict.Flagged)]
    [InlineData("\"percent\":25,\"isState\":true", Verdict.Flagged)]
    [InlineData("\"percent\":24.99,\"isState\":true", Verdict.Clear)]
    [InlineData("\"isState\":true", Verdict.Flagged)]
    [InlineData("\"percent\":100,\"isState\":false", Verdict.Clear)]
    [InlineData("\"percent\":100", Verdict.NotAssessable)]
    public void The_part_of_a_state_asks_from_the_margin_on(string members, Verdict verdict) =>
        Assert.Equal(verdict, Run("state-influence", Award(("A", "NLD")), $"\"ownership\":[{{\"company\":\"A\",\"owner\":\"S\",\"country\":\"CHN\",{members},\"quote\":\"q\"}}]").Verdict);

    [Fact]
    public void Owners_of_every_winner_must_be_known_before_nothing_is_found()
    {
        var finding = Run("state-influence", Award(("A", "NLD"), ("B", "FRA")), "\"ownership\":[{\"company\":\"A\",\"owner\":\"S\",\"percent\":10,\"isState\":false,\"quote\":\"q\"}]");
        Assert.Equal(Verdict.NotAssessable, finding.Verdict);
        Assert.Equal("Owners of B", Assert.Single(finding.Missing).Name.En);
    }

    [Theory]
    [InlineData("NLD", Verdict.Clear)]
    [InlineData("USA", Verdict.Clear)]
    [InlineData("HKG", Verdict.Clear)]
    [InlineData("CHN", Verdict.Flagged)]
    [InlineData("TUR", Verdict.Flagged)]
    [InlineData("VNM", Verdict.Flagged)]
    [InlineData(null, Verdict.NotAssessable)]
    public void Access_follows_the_seat_where_nothing_else_is_known(string? country, Verdict verdict) => Assert.Equal(verdict, Run("market-access", Award(("A", country))).Verdict);

    [Fact]
    public void A_European_seat_is_no_origin_where_the_owner_of_the_owner_is_from_elsewhere()
    {
        var finding = Run("market-access", Award(("A B.V.", "NLD")),
            """
            "ownership":[{"company":"A BV","owner":"M","country":"DEU","quote":"q"},{"company":"M","owner":"N","country":"CHN","quote":"q"}]
            """);
        Assert.Equal(Verdict.Flagged, finding.Verdict);
        Assert.Contains(finding.Reasons, reason => reason.Nl.Contains("N (China)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CHN", 50, "FRA", 50, Verdict.Clear)]
    [InlineData("CHN", 50.01, "FRA", 49.99, Verdict.Flagged)]
    [InlineData("CHN", 30, "FRA", 51, Verdict.Clear)]
    [InlineData("CHN", 30, "FRA", 30, Verdict.NotAssessable)]
    [InlineData("CHN", 30, "VNM", 70, Verdict.NotAssessable)]
    [InlineData("USA", 100, null, 0, Verdict.Clear)]
    public void More_than_half_of_the_goods_asks_and_what_is_not_told_stays_open(string one, double part, string? other, double rest, Verdict verdict)
    {
        string Goods(string country, double percent) => $"{{\"bidder\":\"A\",\"country\":\"{country}\",\"percent\":{percent.ToString(System.Globalization.CultureInfo.InvariantCulture)},\"quote\":\"q\"}}";
        var goods = other is null ? Goods(one, part) : Goods(one, part) + "," + Goods(other, rest);
        Assert.Equal(verdict, Run("third-country-goods", Award(("A", "NLD")), $"\"goods\":[{goods}]").Verdict);
    }

    [Fact]
    public void Goods_matter_for_supplies_of_utilities_only()
    {
        var works = Given.Bids([Given.Bid(1, null, true)], notice: Given.Empty with { ContractNature = "works" });
        var classic = Given.Bids([Given.Bid(1, null, true)], notice: Given.Empty with { LegalBasis = "32014L0024" });
        Assert.Equal((Verdict.Clear, Verdict.Clear), (Run("third-country-goods", works).Verdict, Run("third-country-goods", classic).Verdict));
    }

    [Theory]
    [InlineData("38554000", 600_000_000, Verdict.Clear)]
    [InlineData("33190000", 4_999_999.99, Verdict.Clear)]
    [InlineData("33190000", 5_000_000, Verdict.Flagged)]
    [InlineData("33200000", 5_000_000, Verdict.Clear)]
    public void A_measure_concerns_its_codes_from_its_value_on(string cpv, double value, Verdict verdict)
    {
        var call = Given.In(Given.Empty with { FormType = "competition", Cpv = [cpv], EstimatedValue = Given.Euro((decimal)value) }, published: new DateOnly(2026, 1, 5));
        Assert.Equal(verdict, Run("ipi", call).Verdict);
    }

    [Theory]
    [InlineData("Uitgesloten B.V.", "87654321", Verdict.Flagged)]
    [InlineData("UITGESLOTEN BV", "", Verdict.Flagged)]
    [InlineData("Iets anders", "1234.5678", Verdict.Flagged)]
    [InlineData("Uitgesloten Holding B.V.", "87654321", Verdict.Clear)]
    public void The_number_counts_first_then_the_very_name_and_never_a_similar_one(string name, string id, Verdict verdict)
    {
        var settings = new CheckSettings { ExcludedSuppliers = [new ExcludedSupplier { Name = "Uitgesloten B.V.", Ids = "12345678", LegalBasis = "besluit", Source = "Staatscourant" }] };
        var award = Given.Bids([Given.Bid(1, null, true) with { Bidders = [new Party { Name = name, Ids = id.Length > 0 ? [id] : [], Country = "NLD" }] }]);
        Assert.Equal(verdict, Run(settings, "excluded-suppliers", award).Verdict);
    }

    [Fact]
    public void An_empty_list_of_excluded_suppliers_clears_nobody() => Assert.Equal(Verdict.NotAssessable, Run("excluded-suppliers", Award(("A", "NLD"))).Verdict);

    [Theory]
    [InlineData(2, Verdict.Clear)]
    [InlineData(50, Verdict.Clear)]
    [InlineData(50.01, Verdict.Flagged)]
    public void Only_control_of_a_tenderer_decides_where_it_is_from(double percent, Verdict verdict) => Assert.Equal(
        verdict == Verdict.Clear ? Verdict.NotAssessable : verdict,
        Run("market-access", Award(("A", "DEU")), $"\"ownership\":[{{\"company\":\"A\",\"owner\":\"S\",\"percent\":{percent.ToString(System.Globalization.CultureInfo.InvariantCulture)},\"country\":\"CHN\",\"quote\":\"q\"}}]").Verdict);

    [Fact]
    public void A_person_s_nationality_and_the_origin_of_a_part_leave_the_origin_of_a_European_tenderer_open()
    {
        var award = Given.Bids([Given.Bid(1, null, true) with { Origin = ["CHN"], Bidders = [new Party { Name = "A", Country = "DEU", OwnerNationalities = ["TUR"] }] }]);
        Assert.Equal(Verdict.NotAssessable, Run("market-access", award).Verdict);
    }

    [Fact]
    public void A_later_document_on_goods_takes_the_place_of_an_earlier_one_and_a_contradiction_clears_nothing()
    {
        static string Goods(params (string Country, int Percent)[] parts) => $"\"goods\":[{string.Join(',', parts.Select(part => $"{{\"bidder\":\"A\",\"country\":\"{part.Country}\",\"percent\":{part.Percent},\"quote\":\"q\"}}"))}]";
        Assert.Equal(30m, Run("third-country-goods", Award(("A", "NLD")), Goods(("CHN", 30), ("FRA", 70)), Goods(("CHN", 30))).Figure("third-country-share"));
        Assert.Equal(Verdict.NotAssessable, Run("third-country-goods", Award(("A", "NLD")), Goods(("NLD", 100)), Goods(("CHN", 45), ("MEX", 20))).Verdict);
    }

    [Fact]
    public void Bodies_of_one_state_count_together()
    {
        static string Part(string owner, int percent) => $"{{\"company\":\"A\",\"owner\":\"{owner}\",\"percent\":{percent},\"country\":\"CHN\",\"isState\":true,\"quote\":\"q\"}}";
        Assert.Equal(Verdict.Flagged, Run("state-influence", Award(("A", "NLD")), $"\"ownership\":[{Part("S", 20)},{Part("T", 15)}]").Verdict);
    }

    [Fact]
    public void A_supplier_that_only_a_document_names_is_held_against_the_list_too()
    {
        var settings = new CheckSettings { ExcludedSuppliers = [new ExcludedSupplier { Name = "Onderdelen B.V.", LegalBasis = "besluit", Source = "Staatscourant" }] };
        Assert.Equal(Verdict.Flagged, Run(settings, "excluded-suppliers", Award(("A", "NLD")), Suppliers("""{"name":"Onderdelen BV"}""")).Verdict);
    }

    [Fact]
    public void Prices_within_three_per_cent_of_a_tender_that_can_be_rejected_are_named()
    {
        static string Goods(string bidder, int percent) =>
            $"{{\"bidder\":\"{bidder}\",\"country\":\"CHN\",\"percent\":{percent},\"quote\":\"q\"}},{{\"bidder\":\"{bidder}\",\"country\":\"NLD\",\"percent\":{100 - percent},\"quote\":\"q\"}}";
        var award = Given.Bids(
        [
            Given.Bid(1, Given.Euro(100_000), won: true) with { Bidders = [new Party { Name = "A" }] },
            Given.Bid(2, Given.Euro(103_000)) with { Bidders = [new Party { Name = "B" }] },
            Given.Bid(3, Given.Euro(103_001)) with { Bidders = [new Party { Name = "C" }] },
            Given.Bid(4, Given.Euro(101_000)) with { Bidders = [new Party { Name = "D" }] },
        ], notice: Given.Empty with { ContractNature = "supplies" });
        var findings = CheckList.All(new CheckSettings()).Single(check => check.Id == "third-country-goods").Run(Given.Case(award) with
        {
            Statements = [Given.Statement(JsonElement.Parse($"{{{Source},\"goods\":[{Goods("A", 60)},{Goods("D", 70)}]}}"))],
        });
        var finding = findings.Single(one => one.Subject == "A");
        Assert.Equal((Verdict.Flagged, 3m), (finding.Verdict, finding.Figure("equivalence/LOT-0001/1")));
        Assert.Null(finding.Figure("equivalence/LOT-0001/2"));
        Assert.Contains(finding.Words(), words => words.StartsWith("LOT-0001: the price of B is 3.00 % from that of A and counts as equivalent", StringComparison.Ordinal));
        Assert.Equal(2, findings.Single(one => one.Subject == "D").Figures.Count(figure => figure.Id.StartsWith("equivalence/", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_changed_list_of_countries_asks_for_new_rule_versions()
    {
        using var list = typeof(CheckList).Assembly.GetManifestResourceStream("TenderWatch.Core.Origin/market-access.json")!;
        // After a change of the list raise the versions of market-access, third-country-goods, supply-resilience and component-risk, and put the new digest here.
        Assert.Equal("3b9a5c4cc32d", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(list))[..12]);
    }
}
