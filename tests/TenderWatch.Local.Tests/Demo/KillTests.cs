using System.Text.Json;
using MimeKit;
using TenderWatch.Local.Tests.Support;

namespace TenderWatch.Local.Tests.Demo;

/// <summary>The demonstration is killed (SIGKILL) again and again, at ever later moments, and started again on what it left.</summary>
public sealed class KillTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Killed_at_many_moments_it_loses_nothing_and_finds_nothing_twice()
    {
        using var undisturbed = new Cli();
        var expected = await undisturbed.RunAsync("demo", "--once", "--json");
        Assert.Equal(0, expected.ExitCode);

        var kills = 0;
        // Each moment a fifth later than the one before: on a slow machine there are a few more of them, and not as many again.
        for (var delay = TimeSpan.FromMilliseconds(700); ; delay *= 1.2)
        {
            using var process = _cli.Start("demo", "--once", "--json");
            process.StandardInput.Close();
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            if (await EndsWithinAsync(process, delay))
            {
                // It had little left to do, so it got through between two kills.
                Assert.True(process.ExitCode == 0, await output + await error);
                break;
            }

            process.Kill();
            await process.WaitForExitAsync();
            kills++;
        }

        var after = await _cli.RunAsync("demo", "--once", "--json");
        Assert.True(after.ExitCode == 0, after.Output + after.Error);
        Assert.Equal(Essence(expected.Output), Essence(after.Output));
        Assert.True(kills >= 5, $"only {kills} kills: the demonstration has become quick, kill it earlier");

        Assert.Equal(Messages(undisturbed).Keys.Order(StringComparer.Ordinal), Messages(_cli).Keys.Order(StringComparer.Ordinal));
        // A kill between a server's "taken" and our note of it may repeat that one message, with the identifier by which mail systems drop it.
        Assert.True(Messages(_cli).Values.Sum() - Messages(_cli).Count <= kills, "more messages were repeated than there were kills");
    }

    private static async Task<bool> EndsWithinAsync(System.Diagnostics.Process process, TimeSpan delay)
    {
        using var limit = new CancellationTokenSource(delay);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // What does not depend on the moment: cases with their verdicts and findings, by digest, and how many entries each ledger has.
    private static string Essence(string json)
    {
        using var document = JsonDocument.Parse(json);
        return string.Join('\n', document.RootElement.GetProperty("cases").EnumerateArray().Select(view =>
        {
            var state = view.GetProperty("state");
            var checks = state.GetProperty("checks").EnumerateArray().Select(check => $"{check.GetProperty("check")} {check.GetProperty("verdict")} {check.GetProperty("verdicts")}");
            return $"{state.GetProperty("id")} {state.GetProperty("title")} notices {state.GetProperty("notices")} entries {state.GetProperty("ledger").GetProperty("sequence")} {string.Join(", ", checks)}";
        }).Order(StringComparer.Ordinal));
    }

    // How often each message arrived; two different messages on one subject would be a finding told twice.
    private static Dictionary<string, int> Messages(Cli cli)
    {
        var mails = Directory.GetFiles(Path.Combine(cli.Folder, ".tenderwatch", "demo", "arrived"), "*.eml").Select(file => MimeMessage.Load(file)).ToList();
        Assert.All(mails.GroupBy(mail => mail.Subject, StringComparer.Ordinal), group => Assert.Single(group.Select(mail => mail.MessageId).Distinct(StringComparer.Ordinal)));
        return mails.GroupBy(mail => mail.Subject!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
    }
}
