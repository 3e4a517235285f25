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
    protected override async Task<ICaseHost> StartAsync() => await DurableCaseHost.StartAsync();
}

public sealed class DurableFilingTests : FilingConformance
{
    protected override async Task<ICaseHost> StartAsync() => await DurableCaseHost.StartAsync();
}
