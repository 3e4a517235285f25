using System.Globalization;
using TenderWatch.Core.Procurements;

namespace TenderWatch.Benchmarks.Replay;

/// <summary>What a replay took: a line for each phase, then the last phase as a ratio of the first.</summary>
/// <param name="Phases">The phases in order.</param>
/// <param name="Registered">What the registry holds at the end.</param>
/// <param name="Polls">What polling a source costs then.</param>
internal sealed record ReplayReport(IReadOnlyList<ReplayPhase> Phases, RegistryCounts Registered, SourcePolls Polls)
{
    private const double Mega = 1024 * 1024;

    public void Write(TextWriter output)
    {
        Line(output, $"{"phase",5} {"notices",7} {"/s",6} {"ms each",8} {"quick ms",8} {"bare put",9} {"ours/put",9} {"cpu ms",7} {"azurite",8} {"reads",6} {"writes",6} {"matched",8} {"settle ms",9} {"azurite",8} {"requests",8} {"heap MB",8} {"peak MB",8}");
        foreach (var (index, phase) in Phases.Index())
        {
            Line(output, $"{index + 1,5} {phase.Notices,7} {phase.Notices / phase.Intake.TotalSeconds,6:0} {Each(phase, phase.Intake),8:0.00} {phase.Quick.TotalMilliseconds,8:0.00} {phase.BarePut.TotalMilliseconds,9:0.00} {phase.Quick / phase.BarePut,9:0.00} {Each(phase, phase.Processor),7:0.00} {Each(phase, phase.AzuriteProcessor),8:0.00} {phase.Reads / (double)phase.Notices,6:0.00} {phase.Writes / (double)phase.Notices,6:0.00} {phase.Matched,8} {phase.Settling.TotalMilliseconds / Math.Max(1, phase.Matched),9:0} {phase.SettlingAzurite.TotalMilliseconds / Math.Max(1, phase.Matched),8:0} {phase.SettlingRequests / (double)Math.Max(1, phase.Matched),8:0} {phase.HeapBytes / Mega,8:0.0} {phase.PeakBytes / Mega,8:0}");
        }

        var (first, last) = (Phases[0], Phases[^1]);
        output.WriteLine();
        WriteRatios(output, "last / first ", last, first);
        // The first phase compiles the program, which flatters the last.
        if (Phases.Count > 2) WriteRatios(output, "last / second", last, Phases[1]);
        Line(output, $"notices that no profile matches: {Phases.Sum(phase => phase.Unmatched)}, at most {Phases.Max(phase => phase.MostWritesUnmatched)} writes each");
        Line(output, $"registry: {Registered.Notices} notices in {Registered.Procurements} procurements, {Registered.Matched} matched; idle poll: {Polls.IdleReads} read, {Polls.IdleWrites} writes; poll to message: {Polls.ToMessage.TotalSeconds:0.00} s");
        output.WriteLine("requests of intake per notice, first phase and last:");
        foreach (var kind in last.Requests.Keys) Line(output, $"  {kind,-28} {first.Requests.GetValueOrDefault(kind) / (double)first.Notices,7:0.000} {last.Requests[kind] / (double)last.Notices,7:0.000}");
    }

    private static void WriteRatios(TextWriter output, string name, ReplayPhase last, ReplayPhase first) => Line(
        output,
        $"{name}: time {Ratio(last, first, phase => phase.Intake):0.00}, quick tenth {Ratio(last, first, phase => phase.Quick):0.00}, own processor {Ratio(last, first, phase => phase.Processor):0.00}, Azurite's processor {Ratio(last, first, phase => phase.AzuriteProcessor):0.00} (settling {Ratio(last, first, phase => phase.SettlingAzurite):0.00}), bare put {last.BarePut / first.BarePut:0.00}, reads {last.Reads / (double)first.Reads:0.000}, writes {last.Writes / (double)first.Writes:0.000}");

    private static double Each(ReplayPhase phase, TimeSpan time) => time.TotalMilliseconds / phase.Notices;

    private static double Ratio(ReplayPhase last, ReplayPhase first, Func<ReplayPhase, TimeSpan> of) => of(last) / of(first);

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
