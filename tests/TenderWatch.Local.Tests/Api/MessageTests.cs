using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Messages;

namespace TenderWatch.Local.Tests.Api;

public sealed class MessageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_given_up_is_listed_with_its_reason_and_is_sent_again_on_request()
    {
        await using var host = await ApiHost.StartAsync();
        var outbox = host.Services.GetRequiredService<IOutbox>();
        await QueueAsync(outbox, "dead", OutboxState.Dead);
        await QueueAsync(outbox, "waiting", OutboxState.Pending);

        var listed = (await ApiHost.BodyAsync(await host.Client.GetAsync("/api/messages", Stop))).AsArray();
        using var resent = await ResendAsync(host, "dead", "one");
        using var again = await ResendAsync(host, "dead", "one");
        using var waits = await ResendAsync(host, "waiting", "two");
        using var unknown = await ResendAsync(host, "no-such", "three");
        using var hostile = await ResendAsync(host, "..%2F%27%20or%20%27", "four");

        var dead = Assert.Single(listed, message => message!["id"]!.GetValue<string>() == "dead")!;
        Assert.Equal(("dead", "550 No such user", "inkoop@example.org", 8), (dead["state"]!.GetValue<string>(), dead["lastError"]!.GetValue<string>(), dead["recipient"]!.GetValue<string>(), dead["attempts"]!.GetValue<int>()));
        Assert.Equal((202, 202, 409, 404, 404), ((int)resent.StatusCode, (int)again.StatusCode, (int)waits.StatusCode, (int)unknown.StatusCode, (int)hostile.StatusCode));
        var after = await outbox.FindUnsentAsync("dead", Stop);
        // It may have been tried once more already.
        Assert.True(after is { State: OutboxState.Pending, Attempts: < 8 });
    }

    [Fact]
    public async Task Whom_messages_go_to_is_for_officers_alone()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var host = await ApiHost.StartAsync(issuer.Settings);
        foreach (var (role, status) in new[] { ("reader", 403), ("officer", 200), ("admin", 200) })
        {
            host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Token(role));
            using var list = await host.Client.GetAsync("/api/messages", Stop);
            using var resend = await ResendAsync(host, "no-such", role);
            Assert.Equal((status, status == 200 ? 404 : 403), ((int)list.StatusCode, (int)resend.StatusCode));
        }
    }

    private static async Task QueueAsync(IOutbox outbox, string id, OutboxState state)
    {
        var message = new OutboxMessage(id, "cb92bd3b4eff", "email", "inkoop@example.org", "message/rfc822", Digest.Of(id), DateTimeOffset.UnixEpoch, NotBefore: DateTimeOffset.MaxValue.AddDays(-1));
        await outbox.QueueAsync(message, Stop);
        if (state == OutboxState.Dead) await outbox.UpdateAsync(message with { State = state, Attempts = 8, LastError = "550 No such user" }, Stop);
    }

    private static Task<HttpResponseMessage> ResendAsync(ApiHost host, string id, string key) => host.PostAsync($"/api/messages/{id}/resends", ApiHost.Json("{}"), key);
}
