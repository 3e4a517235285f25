using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Answers;
using TenderWatch.Core.Languages;
using TenderWatch.Local.Tests.Api;
using TenderWatch.Local.Tests.Entries;
using TenderWatch.Web;

namespace TenderWatch.Local.Tests.Answers;

/// <summary>Answer sheets over HTTP: public unless asked otherwise by one who may ask (art. 2.57 Aw 2012).</summary>
public sealed class AnswerAccessTests
{
    private const string Template = "parliament-2026-01";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_form_of_the_public_sheet_has_anything_of_bids_and_filings_and_the_confidential_one_has()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        using var bids = new StringContent(Marks.Bids, Encoding.UTF8, "text/csv");
        using var entered = await host.PostAsync($"/api/cases/{id}/bids", bids);
        using var filed = await host.PostAsync($"/api/cases/{id}/filings", ApiHost.Json(Marks.Filing));
        Assert.Equal((202, 202), ((int)entered.StatusCode, (int)filed.StatusCode));
        await host.SettleAsync();

        // The reader has every right, and has not asked for what is confidential.
        foreach (var path in new[] { $"/api/cases/{id}/answers", $"/api/cases/{id}/answers/{Template}", $"/cases/{id}/answers/{Template}?lang=nl", $"/cases/{id}/answers/{Template}?lang=en" })
            Assert.Empty(Marks.In(await host.Client.GetStringAsync(path, Stop)));
        var open = (await host.Services.GetRequiredService<AnswerDocuments>().FindAsync(id, Template, Language.Nl, confidential: false, Stop))!;
        Assert.Empty(Marks.In(Encoding.UTF8.GetString(open.Html) + Encoding.UTF8.GetString(open.Json)));
        Assert.Contains("vertrouwelijke stukken", Encoding.UTF8.GetString(open.Json), StringComparison.Ordinal);

        var shown = await host.Client.GetStringAsync($"/cases/{id}/answers/{Template}?lang=nl&confidential=true", Stop);
        Assert.Contains(Marks.Bidder, shown, StringComparison.Ordinal);
        Assert.Contains("9.424.242,17", shown, StringComparison.Ordinal);
        Assert.Contains("VERTROUWELIJK", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_one_who_may_see_it_gets_the_confidential_sheet()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token("officer"));
        var id = await host.OpenAsync();
        var path = $"/api/cases/{id}/answers/{Template}";
        Assert.True(JsonNode.Parse(await host.Client.GetStringAsync(path + "?confidential=true", Stop))!["isConfidential"]!.GetValue<bool>());

        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token());
        using var refused = await host.Client.GetAsync(path + "?confidential=true", Stop);
        using var page = await host.Client.GetAsync($"/cases/{id}/answers/{Template}?confidential=true", Stop);
        using var open = await host.Client.GetAsync(path, Stop);
        Assert.Equal((403, 403, 200), ((int)refused.StatusCode, (int)page.StatusCode, (int)open.StatusCode));
        Assert.Equal((403, null), await ApiHost.ProblemAsync(refused));
        Assert.DoesNotContain("confidential=true", await host.Client.GetStringAsync($"/cases/{id}/answers/{Template}", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_has_a_tag_is_the_same_twice_and_what_there_is_not_is_said()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        using var first = await host.Client.GetAsync($"/api/cases/{id}/answers/{Template}", Stop);
        host.Client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await host.Client.GetAsync($"/api/cases/{id}/answers/{Template}", Stop);
        host.Client.DefaultRequestHeaders.IfNoneMatch.Clear();
        using var noCase = await host.Client.GetAsync($"/api/cases/000000000000/answers/{Template}", Stop);
        using var noCases = await host.Client.GetAsync("/api/cases/000000000000/answers", Stop);
        using var noTemplate = await host.Client.GetAsync($"/api/cases/{id}/answers/x", Stop);
        using var noPage = await host.Client.GetAsync($"/cases/{id}/answers/x", Stop);
        Assert.Equal((200, 304, 404, 404, 404, 404), ((int)first.StatusCode, (int)again.StatusCode, (int)noCase.StatusCode, (int)noCases.StatusCode, (int)noTemplate.StatusCode, (int)noPage.StatusCode));
        Assert.Equal("urn:tenderwatch:problem:unknown-template", (await ApiHost.BodyAsync(noTemplate))["type"]!.GetValue<string>());

        var documents = host.Services.GetRequiredService<AnswerDocuments>();
        var (one, other) = (await documents.FindAsync(id, Template, Language.En, confidential: false, Stop), await documents.FindAsync(id, Template, Language.En, confidential: false, Stop));
        Assert.Equal(one!.Html, other!.Html);
        Assert.Equal(one.Json, other.Json);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(Stop), one.Json);
        Assert.Null(await documents.FindAsync(id, "x", Language.En, confidential: false, Stop));
        Assert.Null(await documents.FindAsync("000000000000", Template, Language.En, confidential: false, Stop));
    }

    [Fact]
    public async Task The_document_by_itself_asks_for_nothing_beside_it_and_links_evidence_where_it_is_told()
    {
        await using var host = await ApiHost.StartAsync();
        var id = await host.OpenAsync();
        var documents = host.Services.GetRequiredService<AnswerDocuments>();

        var alone = Encoding.UTF8.GetString((await documents.FindAsync(id, Template, Language.Nl, confidential: false, Stop))!.Html);
        Assert.StartsWith("<!DOCTYPE html>", alone, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"nl\">", alone, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(link|script|img|iframe)|src=|@import|url\\(", alone);
        Assert.DoesNotContain("/evidence/", alone, StringComparison.Ordinal);

        var linked = Encoding.UTF8.GetString((await documents.FindAsync(id, Template, Language.Nl, confidential: false, Stop, source => $"evidence/{source.Sha256}.bin"))!.Html);
        Assert.Contains("href=\"evidence/", linked, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_of_the_words_around_answers_are_complete()
    {
        foreach (var text in Enum.GetValues<AnswerState>().Select(AnswerWords.Of).Concat(Enum.GetValues<AnswerSourceKind>().Select(AnswerWords.Of)).Append(AnswerWords.Unconfirmed))
            Assert.True(text.Nl.Length > 0 && text.En.Length > 0);
    }
}
