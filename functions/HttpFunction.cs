using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TenderWatch.Hosting;
using TenderWatch.Hosting.Web;

namespace TenderWatch.Functions;

/// <summary>Pages and API: one function for all paths, which are routed as in any host of the product.</summary>
public sealed class HttpFunction(RequestDispatcher dispatcher, CaseBells bells)
{
    /// <summary>Answers a request; what people entered moves their case at once.</summary>
    [Function("Web")]
    public async Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        await dispatcher.AnswerAsync(request.HttpContext);
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return;
        try
        {
            await bells.RingAsync(client, cancellationToken);
        }
        catch (Exception fault) when (StorageFaults.Of(fault) is not null)
        {
            // The request has its answer; the cases are woken within a minute.
        }
    }
}
