using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Texts;
using TenderWatch.Local.Tests.Watching.Support;

namespace TenderWatch.Local.Tests.Texts;

/// <summary>What is not switched on leaves no trace.</summary>
public sealed partial class ModelOffTests
{
    [Fact]
    public async Task With_the_model_off_every_ledger_says_what_it_says_where_a_model_finds_nothing_to_ask()
    {
        var off = await BodiesAsync(null);
        var on = await BodiesAsync(services => services.AddSingleton<ITextModel, NothingToAsk>());

        Assert.True(off.Count > 5);
        Assert.Equal(off, on);
        Assert.DoesNotContain(off, entry => entry.Contains("asked", StringComparison.OrdinalIgnoreCase) || entry.Contains("factReviews", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> BodiesAsync(Action<IServiceCollection>? change)
    {
        await using var world = await World.CreateAsync(World.Samples);
        world.Time.WaitsPass = true;
        await using var host = world.Start(change: change);
        await host.WatchAsync(World.SampleDays);
        var said = new List<string>();
        foreach (var state in (await host.Cases.ListAsync(Host.Stop)).OrderBy(state => state.Id, StringComparer.Ordinal))
        {
            said.AddRange((await host.LedgerAsync(state.Id)).Select(entry => Moving().Replace($"{state.Title} {entry.Kind} {entry.Body.GetRawText()}", "#")));
            var facts = await host.Get<IEvidenceStore>().GetAsync(state.Facts!.Value, Confidentiality.Public, Host.Stop);
            Assert.DoesNotContain("\"asked\"", System.Text.Encoding.UTF8.GetString(facts), StringComparison.Ordinal);
        }

        // Events of one moment are ordered by their ids.
        return [.. said.Order(StringComparer.Ordinal)];
    }

    // Times, and what is derived from them; the port of the source.
    [GeneratedRegex("[0-9a-f]{32,64}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+]00:00)|127[.]0[.]0[.]1:[0-9]+", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Moving();

    private sealed class NothingToAsk : ITextModel
    {
        public string Extractor => "model/none/prompt-1";

        public Task<ModelAnswer> ReadAsync(IReadOnlyList<SourceText> texts, IReadOnlyList<TextFact> known, CancellationToken cancellationToken) =>
            Task.FromResult(new ModelAnswer([], new Dictionary<string, int>(), [], ModelUse.None));

        public Task<ModelDay> UsedAsync(DateOnly? day, CancellationToken cancellationToken) => Task.FromResult(new ModelDay(day ?? new DateOnly(2026, 1, 8), ModelUse.None, 1));
    }
}
