using TenderWatch.Core.Evidence;
using TenderWatch.Core.Reviews.Entries;

namespace TenderWatch.Storage.Tests;

public sealed class RequestsTests
{
    [Fact]
    public async Task Answers_are_kept_for_their_time_and_then_the_key_is_a_new_request()
    {
        var requests = new Requests((await TestStorage.CreateAsync()).Account);
#pragma warning disable RS0030 // Rows have the clock of the storage.
        var now = DateTimeOffset.UtcNow;
#pragma warning restore RS0030
        var fingerprint = Digest.Of("body");
        foreach (var id in new[] { "a", "b" })
        {
            Assert.IsType<RequestClaim.Claimed>(await requests.ClaimAsync(id, fingerprint, now, CancellationToken.None));
            await requests.AnswerAsync(id, fingerprint, new RequestAnswer(202, "/x", "{}"), CancellationToken.None);
        }

        Assert.Equal(0, await requests.ForgetAsync(now - RequestClaim.KeptFor, CancellationToken.None));
        Assert.IsType<RequestClaim.Answered>(await requests.ClaimAsync("a", fingerprint, now, CancellationToken.None));
        // As though their time had passed.
        Assert.Equal(2, await requests.ForgetAsync(now.AddHours(1), CancellationToken.None));
        Assert.IsType<RequestClaim.Claimed>(await requests.ClaimAsync("a", Digest.Of("another body"), now, CancellationToken.None));
    }
}
