namespace TenderWatch.Local.Tests.Rechecks;

/// <summary>What cannot be compared says so with exit code 2; it never looks like a confirmation.</summary>
public sealed class RecheckUsageTests
{
    [Fact]
    public async Task Rules_that_are_not_named_or_that_no_case_was_judged_by_are_told()
    {
        using var judged = await JudgedCase.CreateAsync();
        var id = (await judged.StateAsync()).Id;
        var version = (await judged.ResultAsync()).RuleVersion;
        (string[] Arguments, string Sentence)[] wrong =
        [
            ([], "Name either --as-of"),
            (["--as-of", "2026-01-01", "--dry-run"], "Name either --as-of"),
            (["--as-of", "last week"], "'last week' names no rules; allowed: a day (2026-03-01)"),
            (["--as-of", "alt=1,alt=2"], "names alt twice"),
            (["--as-of", "fsr-scope=99"], $"ever judged by fsr-scope=99. They were judged by: "),
            (["--as-of", "fsr-scope=99"], $"fsr-scope={version}"),
            (["--as-of", "2001-01-01"], "No case looked at had been judged by 2001-01-01"),
            (["--as-of", $"{id}@1"], "records no findings"),
            (["--as-of", "000000000000@1"], "There is no case 000000000000"),
            (["--dry-run", "000000000000"], "There is no case 000000000000"),
        ];
        foreach (var (arguments, sentence) in wrong)
        {
            var run = await judged.Cli.RunAsync(["recheck", .. arguments]);
            Assert.Equal((2, ""), (run.ExitCode, run.Output));
            Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        }
    }
}
