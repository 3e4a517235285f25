using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Watching;

namespace TenderWatch.Local.Tests.Api;

public sealed class QuarantineTests
{
    [Fact]
    public async Task What_could_not_be_read_is_read_again_on_request_and_leaves_the_quarantine_when_it_can_be()
    {
        await using var host = await ApiHost.StartAsync();
        using var xml = new StringContent("<x/>", Encoding.UTF8, "application/xml");
        using var unreadable = await host.PostAsync("/api/cases", xml);
        Assert.Equal(422, (int)unreadable.StatusCode);
        // Kept by a reader that could not read it; this one can.
        var key = await BreakAsync(host, ApiHost.SampleNotice, askAgain: false);
        var listed = (await ApiHost.BodyAsync(await host.Client.GetAsync("/api/quarantine", TestContext.Current.CancellationToken))).AsArray();
        Assert.Equal(2, listed.Count);
        var hopeless = listed.Select(notice => notice!["key"]!).Single(one => one["source"]!.GetValue<string>() != key.Source);

        using var read = await RetryAsync(host, key.Source, key.Id, "retry");
        using var again = await RetryAsync(host, key.Source, key.Id, "retry");
        using var gone = await RetryAsync(host, key.Source, key.Id, "another");
        using var still = await RetryAsync(host, hopeless["source"]!.GetValue<string>(), hopeless["id"]!.GetValue<string>(), "hopeless");

        Assert.Equal((202, 202), ((int)read.StatusCode, (int)again.StatusCode));
        var id = (await ApiHost.BodyAsync(read))["case"]!.GetValue<string>();
        Assert.Equal(("/api/cases/" + id, id), (read.Headers.Location!.OriginalString, (await ApiHost.BodyAsync(again))["case"]!.GetValue<string>()));
        Assert.Equal(404, (await ApiHost.ProblemAsync(gone)).Status);
        Assert.Equal((422, "notice"), await ApiHost.ProblemAsync(still));
        Assert.Single((await ApiHost.BodyAsync(await host.Client.GetAsync("/api/quarantine", TestContext.Current.CancellationToken))).AsArray());
    }

    [Fact]
    public async Task What_its_source_did_not_give_is_asked_of_it_again_and_a_silent_source_is_told()
    {
        await using var host = await ApiHost.StartAsync();
        var key = await BreakAsync(host, "no notice"u8.ToArray(), askAgain: true);

        using var silent = await RetryAsync(host, key.Source, key.Id, "retry");

        Assert.Equal(502, (await ApiHost.ProblemAsync(silent)).Status);
    }

    [Fact]
    public async Task Readers_see_what_is_there_and_officers_alone_have_it_read_again()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token());

        using var list = await host.Client.GetAsync("/api/quarantine", TestContext.Current.CancellationToken);
        using var refused = await RetryAsync(host, "ted", "1-2026", "retry");
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token("admin"));
        using var unknown = await RetryAsync(host, "ted", "1-2026", "retry");

        Assert.Equal((200, 403, 404), ((int)list.StatusCode, (int)refused.StatusCode, (int)unknown.StatusCode));
    }

    private static Task<HttpResponseMessage> RetryAsync(ApiHost host, string source, string id, string key) =>
        host.PostAsync($"/api/quarantine/{source}/{id}/retries", ApiHost.Json("{}"), key);

    private static async Task<NoticeKey> BreakAsync(ApiHost host, byte[] content, bool askAgain)
    {
        var (key, at) = (new NoticeKey("ted", "99000001-2025"), new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        var sha256 = await host.Services.GetRequiredService<IEvidenceStore>().PutAsync(content, "application/xml", Confidentiality.Public, TestContext.Current.CancellationToken);
        var document = new EvidenceReference(sha256, content.Length, "application/xml", EvidenceRoles.NoticeXml, "https://example.org", at);
        await host.Services.GetRequiredService<IWatchState>().QuarantineAsync(new QuarantinedNotice(key, new ReadingFault("unreadable", "It was no notice."), [document], at, "0", default, askAgain), TestContext.Current.CancellationToken);
        return key;
    }
}
