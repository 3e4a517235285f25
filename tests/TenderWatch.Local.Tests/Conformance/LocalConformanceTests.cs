using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Testing.Conformance;

namespace TenderWatch.Local.Tests.Conformance;

public sealed class LocalCaseTests : CaseConformance
{
    protected override async Task<ICaseHost> StartAsync() => await LocalCaseHost.StartAsync();
}

public sealed class LocalClockTests : ClockConformance
{
    protected override async Task<ICaseHost> StartAsync() => await LocalCaseHost.StartAsync();
}

public sealed class LocalUpgradeTests : UpgradeConformance
{
    protected override async Task<ICaseHost> StartAsync() => await LocalCaseHost.StartAsync();
}

public sealed class LocalFilingTests : FilingConformance
{
    protected override async Task<ICaseHost> StartAsync() => await LocalCaseHost.StartAsync();
}

public sealed class LocalModelTests : ModelConformance
{
    protected override async Task<ICaseHost> StartAsync(Action<IServiceCollection> change) => await LocalCaseHost.StartAsync(change);
}
