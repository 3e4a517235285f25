using System.Diagnostics;

namespace TenderWatch.Functions.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task Wrong_settings_stop_the_app_with_a_sentence_for_each()
    {
        var errors = await StartAsync(("TenderWatch__Storage__BlobServiceUri", "https://account.blob.core.windows.net"), ("AZURE_FUNCTIONS_ENVIRONMENT", "Development"));

        Assert.Equal(["Setting TenderWatch:Storage:TableServiceUri is not set; allowed: an https address, or set ConnectionString instead."], errors);
    }

    [Theory]
    [InlineData("WEBSITE_INSTANCE_ID")]
    [InlineData("WEBSITE_POD_NAME")]
    [InlineData("WEBSITE_SKU")]
    public async Task In_Azure_a_missing_sign_in_is_a_wrong_setting_beside_the_others(string variable)
    {
        var errors = await StartAsync((variable, "1"), ("TenderWatch__Storage__ConnectionString", "UseDevelopmentStorage=true"), ("TenderWatch__Watch__AlarmAfter", "-1"));

        Assert.Equal(3, errors.Length);
        Assert.StartsWith("Setting TenderWatch:Watch:AlarmAfter is '-1", errors[0], StringComparison.Ordinal);
        Assert.StartsWith("Setting TenderWatch:Web:Authentication:Tenant is not set; allowed: ", errors[1], StringComparison.Ordinal);
        Assert.StartsWith("Setting TenderWatch:Web:Authentication:ClientId is not set; allowed: ", errors[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Storage_on_another_machine_makes_the_sign_in_necessary_too()
    {
        var errors = await StartAsync(("TenderWatch__Storage__BlobServiceUri", "https://account.blob.core.windows.net"), ("TenderWatch__Storage__TableServiceUri", "https://account.table.core.windows.net"));

        Assert.Equal(["Tenant", "ClientId"], errors.Select(error => error.Split(' ')[1].Split(':')[^1]));
    }

    private static async Task<string[]> StartAsync(params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "TenderWatch.Functions.dll")]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["TenderWatch__Sources__Contact"] = "https://example.org/contact";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var app = Process.Start(start)!;
        var errors = await app.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await app.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, app.ExitCode);
        return errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
