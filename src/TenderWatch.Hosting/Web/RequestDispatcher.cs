using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TenderWatch.Web;

namespace TenderWatch.Hosting.Web;

/// <summary>
/// Pages and API for a host that has routed the request itself, to one function for all paths: a pipeline with a routing of its own.
/// </summary>
public sealed class RequestDispatcher
{
    private readonly RequestDelegate _pipeline;

    /// <param name="services">The services of the host, those of <see cref="TenderWatchServices"/> among them.</param>
    public RequestDispatcher(IServiceProvider services)
    {
        var application = new ApplicationBuilder(services);
        application.UseRouting();
        application.UseEndpoints(endpoints => endpoints.MapTenderWatch());
        _pipeline = application.Build();
    }

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    public async Task AnswerAsync(HttpContext context)
    {
        // Routing leaves a request alone that has an endpoint already; here that is the function for all paths.
        var (endpoint, values) = (context.GetEndpoint(), context.Request.RouteValues);
        context.SetEndpoint(null);
        context.Request.RouteValues = [];
        try
        {
            await _pipeline(context);
        }
        finally
        {
            context.SetEndpoint(endpoint);
            context.Request.RouteValues = values;
        }
    }
}
