using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Checks.ForeignSubsidies.Filings;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Supply;
using TenderWatch.Local.Tests.Api;

namespace TenderWatch.Local.Tests.Pages;

/// <summary>What people enter on the page of a case beside the work of <see cref="OfficerTests"/>.</summary>
public sealed class CaseFormTests
{
    private const string Statement = """{"source":{"title":"Jaarverslag","publisher":"Voorbeeld"},"stock":{"until":"2027-09-30","quote":"tot en met september 2027"}}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hold_that_is_put_on_a_case_and_released_stands_on_its_page_and_in_its_ledger_with_the_reason()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();

        using var unsaid = await SendAsync(host, id, "holds", ("act", "place"), ("reason", " "));
        using var neither = await SendAsync(host, id, "holds", ("reason", "Kort geding 123456"));
        using var none = await SendAsync(host, id, "holds", ("act", "release"), ("reason", "Kort geding 123456"));
        using var placed = await SendAsync(host, id, "holds", ("act", "place"), ("reason", "Kort geding 123456"));
        await host.SettleAsync();
        var held = await PageAsync(host, id);
        using var released = await SendAsync(host, id, "holds", ("act", "release"), ("reason", "Geschil geëindigd"));
        await host.SettleAsync();

        Assert.Equal((422, 422, 422, 303, 303), ((int)unsaid.StatusCode, (int)neither.StatusCode, (int)none.StatusCode, (int)placed.StatusCode, (int)released.StatusCode));
        Assert.Contains("Geef aan waarom, in 1 tot 1000 tekens", await TextAsync(unsaid), StringComparison.Ordinal);
        Assert.Contains("Kies of u de bewaarplicht oplegt of opheft.", await TextAsync(neither), StringComparison.Ordinal);
        Assert.Contains("rust geen juridische bewaarplicht die kan worden opgeheven", await TextAsync(none), StringComparison.Ordinal);
        // What was typed is not lost.
        Assert.Contains("Kort geding 123456</textarea>", await TextAsync(none), StringComparison.Ordinal);
        Assert.Contains("Nu rust er een: Kort geding 123456.", held, StringComparison.Ordinal);
        Assert.Contains("Geschil geëindigd", await PageAsync(host, id), StringComparison.Ordinal);
        Assert.Equal(["hold-placed", "hold-released"], (await host.LedgerAsync(id)).Select(entry => entry.Kind).Where(kind => kind.StartsWith("hold-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_hold_is_for_admins_alone()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token("admin"));
        var id = await host.OpenAsync();
        Assert.Contains("set-hold", await PageAsync(host, id), StringComparison.Ordinal);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token("officer"));

        using var refused = await SendAsync(host, id, "holds", ("act", "place"), ("reason", "x"));

        Assert.Equal(403, (int)refused.StatusCode);
        Assert.DoesNotContain("set-hold", await PageAsync(host, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_is_entered_from_a_file_and_a_wrong_one_is_answered_in_the_readers_language_with_every_fault()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();

        using var wrong = await SendFileAsync(host, id, "statements", Statement.Replace("Jaarverslag", "", StringComparison.Ordinal).Replace("tot en met september 2027", "", StringComparison.Ordinal));
        using var entered = await SendFileAsync(host, id, "statements", Statement);
        await host.SettleAsync();

        Assert.Equal((422, 303), ((int)wrong.StatusCode, (int)entered.StatusCode));
        var told = await TextAsync(wrong);
        foreach (var fault in new[] { "$.source.title: noem het document.", "$.stock.quote: geef de woorden van het document die dit zeggen." }) Assert.Contains(fault, told, StringComparison.Ordinal);
        Assert.Contains("Jaarverslag", await PageAsync(host, id), StringComparison.Ordinal);
        Assert.Single(await host.LedgerAsync(id), entry => entry.Kind == "statement-entered");
    }

    [Fact]
    public async Task A_wrong_filing_is_answered_in_the_readers_language_with_what_it_may_say()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();

        using var wrong = await SendFileAsync(host, id, "filings", """{"bidder":"A","stage":"later"}""");

        Assert.Equal(422, (int)wrong.StatusCode);
        Assert.Contains("$.stage (regel 1): requestToParticipate (aanmelding) of tender (inschrijving).", await TextAsync(wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filing_in_fields_is_stored_as_the_file_that_says_the_same_and_what_is_wrong_stands_at_its_row()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        (string, string)[] filing =
        [
            ("bidder", "Voorbeeld B.V."), ("stage", "tender"), ("kind", "notification"), ("received", "2026-03-16"), ("complete", "2026-03-27"), ("sections", "1"), ("sections", "2"),
            ("party-0", "Voorbeeld B.V."), ("role-0", "Operator"), ("country-0", "chn"), ("amount-0", "3500000"), ("granted-0", "2024-05-01"),
            ("party-1", "Voorbeeld B.V."), ("role-1", "Operator"), ("country-1", "CHN"), ("amount-1", "1.250.000,50"), ("granted-1", "2025-06-01"),
            ("party-2", "Onderaannemer"), ("role-2", "Subcontractor"), ("share-2", "25"), ("key-2", "yes"),
        ];

        using var wrong = await SendAsync(host, id, "filings", [.. filing.Where(field => field.Item1 is not ("amount-1" or "received" or "share-2")), ("amount-1", "750.000"), ("share-2", "12.500"), ("party-4", "Half"), ("country-4", "CHN"), ("party-5", "Kern"), ("key-5", "yes"), ("received", "16 maart"), ("party-3", "Nog een"), ("country-3", "XYZ"), ("amount-3", "1"), ("granted-3", "2025-06-01")]);
        using var unknown = await SendAsync(host, id, "filings", [.. filing, ("party-3", "Nog een"), ("country-3", "XYZ"), ("amount-3", "1"), ("granted-3", "2025-06-01")]);
        using var empty = await SendAsync(host, id, "filings", ("stage", "tender"));
        using var twoShares = await SendAsync(host, id, "filings", [.. filing, ("party-3", "Onderaannemer"), ("role-3", "Subcontractor"), ("share-3", "30")]);
        using var mixed = new MultipartFormDataContent { { new ByteArrayContent("{}"u8.ToArray()), "file", "file.json" }, { new StringContent("tender"), "stage" }, { new StringContent("yes"), "key-7" } };
        using var both = await SendAsync(host, id, "filings", mixed);
        using var entered = await SendAsync(host, id, "filings", filing);
        using var again = await SendAsync(host, id, "filings", filing);
        await host.SettleAsync();

        Assert.Equal((422, 422, 422, 303, 303), ((int)wrong.StatusCode, (int)unknown.StatusCode, (int)empty.StatusCode, (int)entered.StatusCode, (int)again.StatusCode));
        Assert.Contains("Regel 4: deze partij heeft in een regel hierboven een ander aandeel.", await TextAsync(twoShares), StringComparison.Ordinal);
        Assert.Contains("Vul de velden in of kies een bestand, niet allebei.", await TextAsync(both), StringComparison.Ordinal);
        var told = await TextAsync(wrong);
        foreach (var words in new[] { "Regel 2: '750.000' kan twee getallen zijn", "Regel 3: '12.500' kan twee getallen zijn", "Regel 5: noem land, bedrag en dag van de bijdrage.", "Regel 6: aandeel en kern zijn voor een onderaannemer of leverancier.", "schrijf de dag als 2026-03-31.", "value=\"Onderaannemer\"", "value=\"750.000\"" }) Assert.Contains(words, told, StringComparison.Ordinal);
        Assert.Contains("Regel 4: 'XYZ' is geen land", await TextAsync(unknown), StringComparison.Ordinal);
        Assert.Contains("het nummer van de inschrijving, een registratienummer of de naam voluit", await TextAsync(empty), StringComparison.Ordinal);
        var state = (await host.Services.GetRequiredService<ICases>().FindAsync(id, Stop))!;
        var stored = ConfidentialDocument.Of(await host.Services.GetRequiredService<IEvidenceStore>().GetAsync(Assert.Single(state.Filings).Sha256, Confidentiality.Confidential, Stop)).Content;
        var read = FilingDocument.Read(stored, out _)!;
        Assert.Equal(("Voorbeeld B.V.", FilingStage.Tender, FilingKind.Notification, new DateOnly(2026, 3, 16), new DateOnly(2026, 3, 27)), (read.Bidder, read.Stage, read.Kind, read.Received, read.Complete));
        Assert.Equal([1, 2], read.Sections);
        Assert.Equal([("CHN", 3500000m, new DateOnly(2024, 5, 1)), ("CHN", 1250000.50m, new DateOnly(2025, 6, 1))], read.Parties[0].Contributions.Select(one => (one.Country, one.Amount, one.Granted)));
        Assert.Equal(("Onderaannemer", PartyRole.Subcontractor, 25m, true, 0), (read.Parties[1].Name, read.Parties[1].Role, read.Parties[1].SharePercent, read.Parties[1].KeyElements, read.Parties[1].Contributions.Count));
    }

    [Fact]
    public async Task A_statement_in_fields_is_public_evidence_that_says_what_was_typed_and_what_is_wrong_stands_at_its_field()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        (string, string)[] statement =
        [
            ("title", "Antwoorden op Kamervragen"), ("publisher", "Minister van Klimaat en Groene Groei"), ("date", "2026-01-31"), ("url", "https://example.org/document"),
            ("component", "measuring-module"), ("component-quote", "De meetmodule komt van twee leveranciers."),
            ("supplier-0", "Voorbeeld Meters B.V."), ("supplier-country-0", "chn"), ("supplier-share-0", "60"), ("supplier-all-0", "yes"),
            ("supplier-2", "Exemple Energie SAS"), ("supplier-country-2", "FRA"), ("supplier-share-2", "40"), ("supplier-all-2", "no"),
            ("company", "Voorbeeld Meters B.V."), ("owner", "Example Holding"), ("owner-percent", "35"), ("owner-state", "yes"), ("owner-quote", "Een staatsbedrijf houdt 35 %."),
            ("stock-until", "2027-09-30"), ("stock-quote", "tot het najaar van 2027"),
        ];

        using var wrong = await SendAsync(host, id, "statements", [.. statement.Where(field => field.Item1 is not ("supplier-country-2" or "publisher" or "owner-quote")), ("supplier-country-2", "XX")]);
        using var nothing = await SendAsync(host, id, "statements", ("title", "Antwoorden"), ("publisher", "Minister"));
        using var entered = await SendAsync(host, id, "statements", statement);
        await host.SettleAsync();

        Assert.Equal((422, 422, 303), ((int)wrong.StatusCode, (int)nothing.StatusCode, (int)entered.StatusCode));
        var told = await TextAsync(wrong);
        foreach (var words in new[] { "Regel 3: 'XX' is geen land", "href=\"#statement-publisher\"", "href=\"#statement-ownership\"", "value=\"Exemple Energie SAS\"" }) Assert.Contains(words, told, StringComparison.Ordinal);
        Assert.Contains("de opgave zegt niets", await TextAsync(nothing), StringComparison.Ordinal);
        var reference = Assert.Single((await host.Services.GetRequiredService<ICases>().FindAsync(id, Stop))!.Statements);
        var read = SupplyStatements.Read(await host.Services.GetRequiredService<IEvidenceStore>().GetAsync(reference.Sha256, Confidentiality.Public, Stop), out _)!;
        Assert.Equal([new("Voorbeeld Meters B.V.", "CHN", 60, true), new("Exemple Energie SAS", "FRA", 40, false)], Assert.Single(read.Components).Suppliers);
        Assert.Equal([new("Voorbeeld Meters B.V.", "Example Holding", "Een staatsbedrijf houdt 35 %.", 35, null, true)], read.Ownership);
        Assert.Equal(new StockHorizon(new DateOnly(2027, 9, 30), "tot het najaar van 2027"), read.Stock);
        Assert.Contains("Antwoorden op Kamervragen", await PageAsync(host, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_entered_is_withdrawn_on_the_page_or_by_the_API_and_counts_no_more()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        Assert.DoesNotContain("withdraw-entry", await PageAsync(host, id), StringComparison.Ordinal);
        using var filing = await SendAsync(host, id, "filings", ("bidder", "Voorbeeld B.V."), ("stage", "tender"));
        using var statement = await SendFileAsync(host, id, "statements", Statement);
        await host.SettleAsync();
        var state = (await host.Services.GetRequiredService<ICases>().FindAsync(id, Stop))!;
        var (filed, stated) = (Assert.Single(state.Filings).Sha256.Hex, Assert.Single(state.Statements).Sha256.Hex);
        var page = await PageAsync(host, id);
        foreach (var words in new[] { "Indiening van Voorbeeld B.V.", "Opgave: Jaarverslag", filed, stated }) Assert.Contains(words, page, StringComparison.Ordinal);

        using var withdrawn = await SendAsync(host, id, "withdrawals", ("entry", filed));
        using var gone = await SendAsync(host, id, "withdrawals", ("entry", filed));
        using var byProgram = await host.PostAsync($"/api/cases/{id}/entries/{stated}/withdrawals", ApiHost.Json("{}"));
        using var goneToo = await host.PostAsync($"/api/cases/{id}/entries/{stated}/withdrawals", ApiHost.Json("{}"));
        await host.SettleAsync();

        Assert.Equal((303, 422, 202, 404), ((int)withdrawn.StatusCode, (int)gone.StatusCode, (int)byProgram.StatusCode, (int)goneToo.StatusCode));
        Assert.Contains("Dit is niet (meer) ingevoerd in zaak", await TextAsync(gone), StringComparison.Ordinal);
        state = (await host.Services.GetRequiredService<ICases>().FindAsync(id, Stop))!;
        Assert.Empty(state.Filings);
        Assert.Empty(state.Statements);
        Assert.Equal(["filing-withdrawn", "statement-withdrawn"], (await host.LedgerAsync(id)).Select(entry => entry.Kind).Where(kind => kind.EndsWith("-withdrawn", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static async Task<HttpResponseMessage> SendFileAsync(ApiHost host, string id, string form, string file)
    {
        using var content = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "file.json" } };
        return await SendAsync(host, id, form, content);
    }

    private static async Task<HttpResponseMessage> SendAsync(ApiHost host, string id, string form, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await SendAsync(host, id, form, content);
    }

    private static async Task<HttpResponseMessage> SendAsync(ApiHost host, string id, string form, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/cases/{id}/{form}?lang=nl") { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await host.Client.SendAsync(request, Stop);
    }

    private static Task<string> PageAsync(ApiHost host, string id) => DecodedAsync(host.Client.GetStringAsync($"/cases/{id}?lang=nl", Stop));

    private static Task<string> TextAsync(HttpResponseMessage response) => DecodedAsync(response.Content.ReadAsStringAsync(Stop));

    private static async Task<string> DecodedAsync(Task<string> html) => System.Net.WebUtility.HtmlDecode(await html);
}
