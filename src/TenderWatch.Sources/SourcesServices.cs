using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Texts;
using TenderWatch.Core.Watching;
using TenderWatch.Sources.Http;
using TenderWatch.Sources.Mercell;
using TenderWatch.Sources.Ted;
using TenderWatch.Sources.TenderNed;

namespace TenderWatch.Sources;

/// <summary>Adds the sources to a host.</summary>
public static class SourcesServices
{
    /// <summary>
    /// Adds TenderNed, and TED and Mercell where they are on, as <see cref="INoticeSource"/>, those that are off as <see cref="SwitchedOffSource"/>, and the <see cref="IPublicationReader"/>. The host registers
    /// <see cref="TimeProvider"/>, logging and the watch profiles (a list of <see cref="WatchProfile"/>); a registered <see cref="Random"/> decides the jitter between attempts.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="settings">Validated settings.</param>
    /// <param name="readXml">Reads an eForms or TED notice.</param>
    public static IServiceCollection AddTenderWatchSources(this IServiceCollection services, SourcesSettings settings, Func<Stream, NoticeReading> readXml)
    {
        SourceHttpClient.Add(services, settings);
        services.AddSingleton(provider => new SourceClient(provider.GetRequiredService<IHttpClientFactory>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<INoticeSource>(provider => new TenderNedSource(
            provider.GetRequiredService<SourceClient>(), settings, provider.GetRequiredService<ILogger<TenderNedSource>>()));
        if (settings.Ted.Watch)
        {
            services.AddSingleton<INoticeSource>(provider => new TedSource(
                provider.GetRequiredService<SourceClient>(), settings, provider.GetService<IReadOnlyList<WatchProfile>>() ?? []));
        }
        else
        {
            services.AddSingleton(new SwitchedOffSource(TedSource.SourceName, "Sources:Ted:Watch is false."));
        }

        if (settings.Mercell.IsOn)
        {
            services.AddSingleton<INoticeSource>(provider => new MercellSource(
                provider.GetRequiredService<SourceClient>(), settings, provider.GetRequiredService<TimeProvider>()));
        }
        else
        {
            services.AddSingleton(new SwitchedOffSource(MercellSource.SourceName, MercellSettings.WhyOff));
        }

        services.AddSingleton<IDocumentSource>(provider => new Documents.DocumentSource(
            new SourceClient(provider.GetRequiredService<IHttpClientFactory>(), provider.GetRequiredService<TimeProvider>(), SourceHttpClient.Documents), settings));
        services.AddSingleton<IPublicationReader>(new PublicationReader(readXml));
        return services;
    }
}
