using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Web.Access;

namespace TenderWatch.Web.Requests;

/// <summary>
/// Carries out a request that changes something so that it can be repeated: with the same key and content it has one effect and one answer. The key is
/// a header that no form of another site can send, so that nobody's cookie or machine can be used for a request that they did not make.
/// </summary>
internal sealed class Repeatable(IRequests requests, Answers answers, TimeProvider time)
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 100;

    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan WaitAtMost = TimeSpan.FromSeconds(30);

    public async Task<IResult> RunAsync(HttpContext context, Body allowed, Func<Posted, Task<Outcome>> handle)
    {
        if (context.Request.Headers[Header] is not [{ Length: > 0 and <= LongestKey } key] || key.Any(character => character is < '!' or > '~'))
            return await answers.ProblemAsync(context, RequestProblems.Wrong(Header, $"needs 1 to {LongestKey} visible ASCII characters, another for each new request: a UUID, for example"));
        var mediaType = (context.Request.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        if (!allowed.MediaTypes.Contains(mediaType)) return await answers.ProblemAsync(context, RequestProblems.MediaType(allowed.MediaTypes));
        if (await RequestBody.ReadAsync(context.Request, allowed.MostBytes, context.RequestAborted) is not { } body) return await answers.ProblemAsync(context, RequestProblems.TooLarge(allowed.MostBytes));

        var person = Person.Of(context.User);
        var id = Digest.Of($"{person.Id ?? person.Name}\n{key}");
        var asked = Encoding.UTF8.GetBytes($"{context.Request.Path}\n{context.Request.QueryString}\n{mediaType}\n{context.Request.Headers.IfMatch}\n");
        // With the key, which is kept nowhere: by the digest of a short body alone, whoever reads the stored requests could try prices.
        var fingerprint = Digest.Of([.. Encoding.UTF8.GetBytes(key + "\n"), .. asked, .. body]);
        var since = time.GetTimestamp();
        while (true)
        {
            switch (await requests.ClaimAsync(id.Hex, fingerprint, time.GetUtcNow(), context.RequestAborted))
            {
                case RequestClaim.Other: return await answers.ProblemAsync(context, RequestProblems.KeyReused);
                case RequestClaim.Answered { Given: var given }: return Answer(context, given);
                case RequestClaim.UnderWay when time.GetElapsedTime(since) > WaitAtMost: return await answers.ProblemAsync(context, RequestProblems.UnderWay);
                case RequestClaim.UnderWay: await Task.Delay(LookAgainAfter, time, context.RequestAborted); continue;
                default: return await CarryOutAsync(context, new Posted(context.Request.RouteValues["id"] as string ?? "", id, mediaType, body, person, context), fingerprint, handle);
            }
        }
    }

    private async Task<IResult> CarryOutAsync(HttpContext context, Posted posted, Digest fingerprint, Func<Posted, Task<Outcome>> handle)
    {
        try
        {
            switch (await handle(posted))
            {
                case Outcome.Done done:
                    var answer = new RequestAnswer(done.Status, done.Location, JsonSerializer.Serialize(done.Value, NoticeJson.Stored));
                    // What was done is done, also when the caller has gone.
                    await requests.AnswerAsync(posted.Id.Hex, fingerprint, answer, CancellationToken.None);
                    return Answer(context, answer);
                case Outcome.Made made:
                    await requests.ReleaseAsync(posted.Id.Hex, CancellationToken.None);
                    return Results.File(made.Content, made.MediaType, made.Name);
                case Outcome.Refused refused:
                    await requests.ReleaseAsync(posted.Id.Hex, CancellationToken.None);
                    return await answers.ProblemAsync(context, refused.Why);
                default:
                    throw new InvalidOperationException("A request ended in neither way.");
            }
        }
        catch
        {
            await requests.ReleaseAsync(posted.Id.Hex, CancellationToken.None);
            throw;
        }
    }

    private static Answers.Written Answer(HttpContext context, RequestAnswer answer)
    {
        if (answer.Location is { } location) context.Response.Headers.Location = context.Request.PathBase.ToUriComponent() + location;
        return new Answers.Written(Encoding.UTF8.GetBytes(answer.Json), "application/json; charset=utf-8", answer.Status);
    }
}

/// <summary>What a request may carry.</summary>
/// <param name="MostBytes">The largest size.</param>
/// <param name="MediaTypes">What is read.</param>
internal sealed record Body(int MostBytes, params string[] MediaTypes);
