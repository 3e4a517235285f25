using System.Net.Http.Headers;
using System.Text;
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
