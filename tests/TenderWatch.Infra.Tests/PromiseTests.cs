using TenderWatch.Infra.Tests.Promises;

namespace TenderWatch.Infra.Tests;

public sealed class PromiseTests
{
    public static TheoryData<string, string> Promised => new(Templates.Names.SelectMany(name => Promise.All.Select(promise => (name, promise.Name))));

    [Theory]
    [MemberData(nameof(Promised))]
    public async Task Every_deployment_keeps_every_promise(string deployment, string promise) =>
        Assert.Empty(Promise.All.Single(one => one.Name == promise).Broken(await Templates.DeploymentAsync(deployment)));

    [Fact]
    public void No_two_events_of_the_code_have_one_number() =>
        Assert.Empty(AlertPromises.Events.GroupBy(one => one.Id).Where(group => group.Count() > 1).Select(group => $"{group.Key}: {string.Join(", ", group.Select(one => one.Where))}"));

    [Fact]
    public async Task Production_can_be_deleted_by_nobody_by_accident()
    {
        var deployment = await Templates.DeploymentAsync("prod");
        var kept = deployment.Of("Microsoft.Authorization/locks").Where(one => one.Has("properties.level", "CanNotDelete")).Select(one => one.Scope).ToList();
        Assert.Contains(deployment.EvidenceAccount.Id, kept);
        Assert.Contains(deployment.Of("Microsoft.KeyVault/vaults").Single().Id, kept);
        Assert.Equal(3, kept.Count);
        Assert.True(deployment.Outputs["TENDERWATCH_EVIDENCE_RETENTION_DAYS"]!.GetValue<int>() >= 3653);
        // Documents of tenderers who did not win can go when the rule says so: three years after the award.
        Assert.InRange(deployment.Outputs["TENDERWATCH_CONFIDENTIAL_RETENTION_DAYS"]!.GetValue<int>(), 365, 1096);
    }

    [Fact]
    public async Task Locked_evidence_is_left_alone_by_the_template()
    {
        Assert.NotEmpty((await Templates.DeploymentAsync("prod")).Of("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies"));
        var locked = await Templates.DeploymentAsync("prod, locked");
        Assert.Empty(locked.Of("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies"));
        Assert.True(locked.Outputs["TENDERWATCH_EVIDENCE_LOCKED"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("lint", "main.bicep")]
    [InlineData("lint", "dev.bicepparam")]
    [InlineData("lint", "prod.bicepparam")]
    [InlineData("build", "main.bicep", "--stdout")]
    [InlineData("build-params", "dev.bicepparam", "--stdout")]
    [InlineData("build-params", "prod.bicepparam", "--stdout")]
    public async Task The_compiler_has_nothing_to_say(params string[] arguments)
    {
        var (code, _, error) = await Bicep.RunAsync(Templates.Folder, Templates.Environment, arguments);
        Assert.Equal("", error);
        Assert.Equal(0, code);
    }

    [Fact]
    public async Task What_is_not_set_is_named_before_anything_is_deployed()
    {
        var (code, _, error) = await Bicep.RunAsync(Templates.Folder, new Dictionary<string, string>(StringComparer.Ordinal), "build-params", "prod.bicepparam", "--stdout");
        Assert.NotEqual(0, code);
        Assert.Contains("TENDERWATCH_CONTACT", error, StringComparison.Ordinal);
    }
}
