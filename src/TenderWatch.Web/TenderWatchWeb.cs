using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Watching;

namespace TenderWatch.Web;

/// <summary>Puts the API and the pages into a host. The host brings the ports (cases, evidence, ledger, watch state, outbox, registry) and the clock.</summary>
public static class TenderWatchWeb
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds what the endpoints need beside the ports. The names of checks come from the registered <see cref="ICheck"/>s, alone or as a list.</summary>
    public static IServiceCollection AddTenderWatchWeb(this IServiceCollection services, WebSettings settings)
    {
        services.AddLogging();
        services.AddRouting();
        services.TryAddSingleton<CaseViews>();
        services.TryAddSingleton<SourceReport>();
        services.TryAddSingleton(provider => new Answers(settings, ChecksOf(provider), provider.GetRequiredService<ILoggerFactory>()));
        return services;
    }

    private static IEnumerable<ICheck> ChecksOf(IServiceProvider provider) => provider.GetServices<ICheck>().Concat(provider.GetService<IReadOnlyList<ICheck>>() ?? []);

    /// <summary>Maps the endpoints. All of them only read.</summary>
    public static IEndpointConventionBuilder MapTenderWatch(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("").AddEndpointFilter<RouteGroupBuilder, Guard>();
        group.MapMethods("/", Reading, CasePages.OverviewAsync);
        group.MapMethods("/cases/{id}", Reading, CasePages.CaseAsync);
        group.MapMethods("/quarantine", Reading, CasePages.QuarantineAsync);
        group.MapMethods("/sources", Reading, CasePages.SourcesAsync);
        group.MapMethods("/evidence/{sha256}", Reading, Api.EvidenceAsync);
        group.MapMethods(Asset.Stylesheet.Path, Reading, Asset.Stylesheet.Serve);
        group.MapMethods(Asset.Icon.Path, Reading, Asset.Icon.Serve);
        group.MapMethods("/api/cases", Reading, Api.CasesAsync);
        group.MapMethods("/api/cases/{id}", Reading, Api.CaseAsync);
        group.MapMethods("/api/quarantine", Reading, Api.QuarantineAsync);
        group.MapMethods("/api/sources", Reading, Api.SourcesAsync);
        group.MapMethods("/health/live", Reading, Api.Live);
        group.MapMethods("/health/ready", Reading, Api.ReadyAsync);
        group.MapMethods("/{*path}", Reading, CasePages.UnknownAsync).WithOrder(int.MaxValue);
        return group;
    }
}
