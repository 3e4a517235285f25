using System.Diagnostics;
using System.Text.Json;
using TenderWatch.Core.Notices;
using TenderWatch.Mutations.Mutating;
using TenderWatch.Mutations.Parsers;

namespace TenderWatch.Mutations.Run;

/// <summary>Feeds a parser with mutations, and holds every answer against what it must be: a reading or a declared failure, soon, in little memory, and no amount that is not written.</summary>
public static class Campaign
{
    private const int MostMutations = 4;
    private const long AllocatedAtAll = 64L * 1024 * 1024;
    private const int AllocatedPerByte = 400;

    // Generous, for the machine may be busy; what is quadratic takes longer.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Tries the mutations from one number on.</summary>
    /// <param name="parser">The parser.</param>
    /// <param name="seed">Which sequence of mutations.</param>
    /// <param name="first">The number of the first one.</param>
    /// <param name="count">How many.</param>
    /// <param name="progress">Told the number of each one.</param>
    public static Tally Run(Parser parser, int seed, int first, int count, Action<int>? progress = null)
    {
        var tally = new Tally(parser.Name);
        for (var number = first; number < first + count; number++)
        {
            Try(parser, number, InputOf(parser, seed, number), tally);
            if (number % 64 == 0) tally.PeakMemory = Math.Max(tally.PeakMemory, Environment.WorkingSet);
            progress?.Invoke(number);
        }

        tally.PeakMemory = Math.Max(tally.PeakMemory, Environment.WorkingSet);
        return tally;
    }

    /// <summary>Tries one input, for instance one that was kept.</summary>
    public static Tally Replay(Parser parser, byte[] input)
    {
        var tally = new Tally(parser.Name);
        Try(parser, 0, input, tally);
        return tally;
    }

    /// <summary>The input that a number stands for.</summary>
    public static byte[] InputOf(Parser parser, int seed, int number)
    {
        var random = Seeds.Of(parser.Name, seed, number);
        var input = random.Pick(parser.Originals);
        for (var times = random.Next(1, MostMutations + 1); times > 0; times--) input = parser.Mutate(input, random);
        return input;
    }

    private static void Try(Parser parser, int number, byte[] input, Tally tally)
    {
        tally.Mutations++;
        try
        {
            var (answer, elapsed, allocated) = Measured(parser, input);
            // A pause of the machine is not the parser's: what is slow is slow every time.
            for (var again = 0; again < 2 && elapsed > Limit; again++) elapsed = Measured(parser, input).Elapsed is var repeated && repeated < elapsed ? repeated : elapsed;
            if (elapsed > tally.Slowest) tally.Slowest = elapsed;
            tally.MostAllocated = Math.Max(tally.MostAllocated, allocated);
            if (answer.Fault is { } fault) tally.Faults[fault] = tally.Faults.GetValueOrDefault(fault) + 1;
            else tally.Readings++;
            if (Wrong(parser, input, answer, elapsed, allocated) is { } wrong) tally.Violations.Add(new Violation(parser.Name, number, input, wrong));
        }
        catch (Exception exception)
        {
            // Whatever it is: that nothing is thrown is what is being tried.
            tally.Violations.Add(new Violation(parser.Name, number, input, Said(exception)));
        }
    }

    // Where it was thrown is enough to find it; the rest comes with a replay.
    private static string Said(Exception exception) => string.Join(" ", exception.ToString().Split('\n', StringSplitOptions.TrimEntries).Take(6));

    private static (Answer Answer, TimeSpan Elapsed, long Allocated) Measured(Parser parser, byte[] input)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        var answer = parser.Read(input);
        return (answer, Stopwatch.GetElapsedTime(start), GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string? Wrong(Parser parser, byte[] input, Answer answer, TimeSpan elapsed, long allocated)
    {
        if (answer.Fault is { } fault && !parser.Faults.Contains(fault, StringComparer.Ordinal)) return $"the failure '{fault}' is none that is declared";
        if (elapsed > Limit) return $"{elapsed.TotalSeconds:0.0} s for {input.Length} bytes";
        if (allocated > AllocatedAtAll + ((long)input.Length * AllocatedPerByte)) return $"{allocated} bytes allocated for {input.Length} bytes";
        // What was read must be fit to be stored and read back.
        if (answer.Notice is { } notice && JsonSerializer.Deserialize<Notice>(JsonSerializer.SerializeToUtf8Bytes(notice, NoticeJson.Stored), NoticeJson.Stored) is null) return "the notice cannot be stored";
        return parser.Check(input, answer);
    }
}
