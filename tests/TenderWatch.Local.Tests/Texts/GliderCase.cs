using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Watching;
using TenderWatch.Local.Tests.Api;

namespace TenderWatch.Local.Tests.Texts;

/// <summary>A case on a notice in whose text the rules leave a number open, and what is asked of it.</summary>
internal static class GliderCase
{
    public const string Number = "350";
    public const string Noun = "zweefvliegtuigen";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static string Published(string notice) => notice.Replace("De verwachte afname is", $"De opdracht omvat {Number} {Noun}. De verwachte afname is", StringComparison.Ordinal);

    /// <summary>The facts as the API lists them.</summary>
    public static async Task<IReadOnlyList<JsonNode>> FactsAsync(ApiHost host, string id) =>
        [.. JsonNode.Parse(await host.Client.GetStringAsync(new Uri($"/api/cases/{id}/facts", UriKind.Relative), Stop))!.AsArray().Select(fact => fact!)];

    public static async Task<JsonNode> GlidersAsync(ApiHost host, string id) => (await FactsAsync(host, id)).Single(fact => fact["read"]!["unit"]?.GetValue<string>() == Noun);

    public static async Task<string> PageAsync(ApiHost host, string id, string language) => System.Net.WebUtility.HtmlDecode(await host.Client.GetStringAsync(new Uri($"/cases/{id}?lang={language}", UriKind.Relative), Stop));

    /// <summary>The notice is published again with other words, and the case looks at it.</summary>
    public static async Task ChangeAsync(ApiHost host, Func<string, string> published)
    {
        var text = published(Encoding.UTF8.GetString(ApiHost.SampleNotice));
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var document = new SourceDocument(EvidenceRoles.NoticeXml, "application/xml", ApiHost.Sample, now, null, Encoding.UTF8.GetBytes(text));
        await host.Services.GetRequiredService<NoticeIntake>().TakeAsync(new Publication(new NoticeKey("ted", Path.GetFileNameWithoutExtension(ApiHost.Sample)), [document]), default, Stop);
        await host.SettleAsync();
    }

    public static async Task SayAsync(ApiHost host, string id, string fact, string act, string body)
    {
        using var said = await host.PostAsync($"/api/cases/{id}/facts/{fact}/{act}", ApiHost.Json(body));
        Assert.True((int)said.StatusCode == 202, await said.Content.ReadAsStringAsync(Stop));
        await host.SettleAsync();
    }
}
