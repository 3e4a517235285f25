using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Testing.Conformance;

namespace TenderWatch.Functions.Tests.Conformance;

public sealed class DurableCaseTests : CaseConformance
{
    protected override async Task<ICaseHost> StartAsync() => await DurableCaseHost.StartAsync();
}

public sealed class DurableClockTests : ClockConformance
{
    protected override async Task<ICaseHost> StartAsync() => await DurableCaseHost.StartAsync();
}

public sealed class DurableUpgradeTests : UpgradeConformance
{
    private const string HistoryOfAnother =
        "Durable Task's test host leaves an orchestration whose history has other steps where it is, and does not fail it as the platform does; that a failed one begins anew is in CaseOrchestrationTests";

    [Fact(Skip = HistoryOfAnother)]
    public override Task An_episode_that_an_earlier_version_took_in_other_steps_begins_anew() => base.An_episode_that_an_earlier_version_took_in_other_steps_begins_anew();

    protected override async Task<ICaseHost> StartAsync() => await DurableCaseHost.StartAsync();
}

public sealed class DurableFilingTests : FilingConformance
{
    protected override async Task<ICaseHost> StartAsync() => await DurableCaseHost.StartAsync();
}

public sealed class DurableModelTests : ModelConformance
{
    protected override async Task<ICaseHost> StartAsync(Action<IServiceCollection> change) => await DurableCaseHost.StartAsync(change);
}
