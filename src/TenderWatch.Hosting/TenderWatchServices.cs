using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TenderWatch.Core.Bids;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Dossiers.Making;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Rechecks;
using TenderWatch.Core.Retention;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Core.Reviews.Explanations;
using TenderWatch.Core.Reviews.Explanations.Aids;
using TenderWatch.Core.Reviews.Turns;
using TenderWatch.Core.Texts;
using TenderWatch.Core.Watching;
using TenderWatch.Extraction.BidFiles;
using TenderWatch.Extraction.Documents;
using TenderWatch.Extraction.Explanations;
using TenderWatch.Extraction.Model;
using TenderWatch.Extraction.Rules;
using TenderWatch.Hosting.Printing;
using TenderWatch.Hosting.Settings;
using TenderWatch.Hosting.Telemetry;
using TenderWatch.Notifications;
using TenderWatch.Sources;
using TenderWatch.Storage;
using TenderWatch.Web;

namespace TenderWatch.Hosting;

/// <summary>Composes the product: what every host of it shares. How cases are moved, and when, is the host's own.</summary>
public static class TenderWatchServices
{
    /// <summary>Adds the product over valid settings. The host adds logging.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="profiles">The watch profiles in use.</param>
    /// <param name="listensOnLoopbackOnly">Whether nobody on another machine can reach the host, so that it may serve without sign-in.</param>
    public static IServiceCollection AddTenderWatchProduct(this IServiceCollection services, TenderWatchSettings settings, IReadOnlyList<WatchProfile> profiles, bool listensOnLoopbackOnly)
    {
#pragma warning disable RS0030 // A composition root may name the system clock.
        services.AddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.AddTenderWatchStorage(settings.Storage);
        services.AddSingleton(settings.Sources);
        services.AddTenderWatchSources(settings.Sources, stream => NoticeXml.Read(stream));
        services.AddTenderWatchNotifications(settings.Notifications);
        services.AddSingleton(settings.Answers.Load(out _));
        services.AddTenderWatchWeb(settings.Web, listensOnLoopbackOnly);
        services.AddTenderWatchTelemetry(settings.Telemetry);

        var checks = CheckList.All(settings.Checks, HolidayFile.Load(settings.Checks.CommissionHolidays, out _));
        foreach (var check in checks) services.AddSingleton(check);
        services.AddSingleton(settings.Checks);
        services.AddSingleton(profiles);
        services.AddSingleton(new CaseEpisode([.. checks.Select(check => check.Id)]));
        services.AddSingleton<ITextFactReader, TextRules>();
        if (settings.Extraction.Model.Enabled)
        {
            services.AddSingleton<ITextModel>(provider => new CaseModel(settings.Extraction.Model, provider.GetRequiredService<IModelRecords>(), provider.GetRequiredService<TimeProvider>()));
        }

        services.AddSingleton<CaseActivities>();
        services.AddSingleton<InboxActivities>();
        services.AddSingleton<ActivityCalls>();
        services.AddSingleton<CaseTurn>();
        services.AddSingleton<Deadlines>();
        services.AddSingleton<ChangedRules>();
        services.AddSingleton(provider => new Replay(provider.GetRequiredService<ILedger>(), provider.GetRequiredService<IEvidenceStore>(), rules => CheckList.All(rules, HolidayFile.Load(rules.CommissionHolidays, out _))));
        services.AddSingleton<DryRun>();
        services.AddSingleton<RandomBytes>(RandomNumberGenerator.GetBytes);
        services.AddSingleton<CaseEntrance>();
        services.AddSingleton<StatementEntry>();
        services.AddSingleton<ExplanationEntry>();
        services.AddSingleton<IBidReader, BidReader>();
        services.AddSingleton<BidEntry>();
        services.AddSingleton<FilingEntry>();
        services.AddSingleton<HoldEntry>();
        services.AddSingleton<FactEntry>();
        services.AddSingleton(settings.Retention);
        services.AddSingleton<RetentionPlanner>();
        services.AddSingleton<IDocumentReader, DocumentFacts>();
        services.AddSingleton<DocumentEntry>();
        services.AddSingleton<WithdrawalEntry>();
        services.AddSingleton<ExplanationPapers>();
        services.AddSingleton<IExplanationReader, ExplanationPassages>();
        services.AddSingleton<ExplanationAids>();
        services.AddSingleton<IPagePrinter>(provider => new BrowserPrinter(Browsers.Find(settings.Evidence), provider.GetRequiredService<ILogger<BrowserPrinter>>()));
        services.AddSingleton<IDossierDocuments, Core.Dossiers.Making.CaseDocuments>();
        services.AddSingleton<IDossierDocuments, LetterDocuments>();
        services.AddSingleton<IDossierDocuments, RulePages>();
        services.AddSingleton<DossierExport>();
        services.AddSingleton<NoticeFileKey>(NoticeFileKeys.Of);
        services.AddSingleton<NoticeIntake>();
        services.AddSingleton<QuarantineRetry>();
        services.AddSingleton<SourceWatch>();
        services.AddSingleton(new AlarmRule(settings.Watch.AlarmAfter));
        services.AddSingleton<SourceAlarms>();
        return services;
    }
}
