using System.Diagnostics;

namespace TenderWatch.Functions.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task Wrong_settings_stop_the_app_with_a_sentence_for_each()
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "TenderWatch.Functions.dll")]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["TenderWatch__Sources__Contact"] = "https://example.org/contact";
        start.Environment["TenderWatch__Storage__BlobServiceUri"] = "https://account.blob.core.windows.net";
        using var app = Process.Start(start)!;
        var errors = await app.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await app.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, app.ExitCode);
        Assert.Equal("Setting TenderWatch:Storage:TableServiceUri is not set; allowed: an https address, or set ConnectionString instead.", errors.Trim());
    }
}
