using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Messages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Reviews;
using TenderWatch.Core.Sources;
using TenderWatch.Core.Watching;
using TenderWatch.Local.Hosting;

namespace TenderWatch.Local.Tests.Watching.Support;

/// <summary>One process of the product.</summary>
internal sealed class Host(ServiceProvider services) : IAsyncDisposable
{
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public Pipeline Pipeline => Get<Pipeline>();

    public IRegistry Registry => Get<IRegistry>();

    public IWatchState States => Get<IWatchState>();

    public ICases Cases => Get<ICases>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Watches the source over some days, then settles what came of it.</summary>
    public async Task<WatchSummary> WatchAsync(params IReadOnlyList<DateOnly> days) => Assert.Single(await Pipeline.WatchAsync(days, null, Stop));

    /// <summary>Watches the source over some days and leaves cases and messages alone.</summary>
    public Task<WatchSummary> PollAsync(params IReadOnlyList<DateOnly> days) => Get<SourceWatch>().RunAsync(Get<INoticeSource>(), days, null, Stop);

    public Task SettleAsync() => Pipeline.SettleAsync(null, Stop);

    public Task<SourceState> StateAsync() => States.GetSourceAsync("tenderned", Stop);

    public Task<IReadOnlyList<QuarantinedNotice>> QuarantineAsync() => States.ListQuarantinedAsync(Stop);

    public Task<RegisteredNotice?> FindAsync(string id) => Registry.FindAsync(new NoticeKey("tenderned", id), Stop);

    public async Task<CaseState> CaseOfAsync(string id) => (await Cases.FindAsync((await FindAsync(id))!.ProcurementId, Stop))!;

    public async Task<CaseFacts> FactsAsync(CaseState state) => (await Get<CaseViews>().FactsAsync(state, Stop))!;

    public async Task<IReadOnlyList<LedgerEntry>> LedgerAsync(string caseId) =>
        [.. (await Get<ILedger>().ReadAsync(caseId, Stop).ToListAsync(Stop)).Select(stored => LedgerEntry.Parse(stored.Bytes))];

    public async Task<IReadOnlyList<OutboxMessage>> MessagesAsync(string caseId) => await Get<IOutbox>().AboutAsync(caseId, Stop);

    public Task<byte[]> BytesAsync(EvidenceReference reference) => Get<IEvidenceStore>().GetAsync(reference.Sha256, reference.Confidentiality, Stop);

    public Task<VerificationReport> VerifyAsync() => Get<Verification>().RunAsync(null, Stop);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
