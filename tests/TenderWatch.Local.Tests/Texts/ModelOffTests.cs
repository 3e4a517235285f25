using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Model;
using TenderWatch.Extraction.Tests.Model;
using TenderWatch.Local.Tests.Watching.Support;

namespace TenderWatch.Local.Tests.Texts;

/// <summary>What is not switched on leaves no trace.</summary>
public sealed partial class ModelOffTests
{
    [Fact]
    public async Task With_the_model_off_or_with_nothing_left_open_every_ledger_says_the_same_and_nobody_is_asked()
    {
        await using var server = await ModelServer.AnsweringAsync();
        var off = await BodiesAsync(null);
        // The samples leave nothing open that a model may point at.
        var on = await BodiesAsync(services => services.AddSingleton<ITextModel>(provider => new CaseModel(server.Settings(), provider.GetRequiredService<IModelRecords>(), provider.GetRequiredService<TimeProvider>())));

        Assert.Empty(server.Asked);
        Assert.True(off.Count > 5);
        Assert.Equal(off, on);
        Assert.DoesNotContain(off, entry => entry.Contains("asked", StringComparison.OrdinalIgnoreCase) || entry.Contains("factReviews", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> BodiesAsync(Action<IServiceCollection>? change)
    {
        await using var world = await World.CreateAsync(World.Samples);
        await using var host = world.Start(change: change);
        await host.WatchAsync(World.SampleDays);
        var bytes = new List<string>();
        foreach (var state in (await host.Cases.ListAsync(Host.Stop)).OrderBy(state => state.Id, StringComparer.Ordinal))
        {
            bytes.AddRange((await host.LedgerAsync(state.Id)).Select(entry => Moving().Replace(System.Text.Encoding.UTF8.GetString(entry.ToBytes()), "#")));
            var facts = await host.Get<IEvidenceStore>().GetAsync(state.Facts!.Value, Confidentiality.Public, Host.Stop);
            Assert.DoesNotContain("\"asked\"", System.Text.Encoding.UTF8.GetString(facts), StringComparison.Ordinal);
        }

        return bytes;
    }

    // Times, and what is derived from them.
    [GeneratedRegex("[0-9a-f]{32,64}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+]00:00)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Moving();
}
