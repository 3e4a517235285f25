using System.Text.Json;

namespace TenderWatch.Functions.Tests;

/// <summary>What the Functions host reads before the app runs.</summary>
public sealed class HostFileTests
{
    [Fact]
    public void No_plan_of_the_host_refuses_it_for_a_function_timeout()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "host.json")));

        // A host that takes itself for one on the Consumption plan, as one in any container whose environment has CONTAINER_NAME does, refuses more than ten minutes and serves nothing.
        Assert.False(file.RootElement.TryGetProperty("functionTimeout", out _));
        Assert.Equal("", file.RootElement.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
    }
}
