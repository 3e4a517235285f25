using System.Globalization;

namespace TenderWatch.Mutations.Run;

/// <summary>What the mutations of one parser gave.</summary>
public sealed class Tally(string parser)
{
    private const double Megabyte = 1024 * 1024;

    /// <summary>The parser.</summary>
    public string Parser { get; } = parser;

    /// <summary>How many were tried.</summary>
    public int Mutations { get; set; }

    /// <summary>How many of them were read.</summary>
    public int Readings { get; set; }

    /// <summary>How many failed as declared, by code.</summary>
    public SortedDictionary<string, int> Faults { get; } = new(StringComparer.Ordinal);

    /// <summary>The longest that one took.</summary>
    public TimeSpan Slowest { get; set; }

    /// <summary>The most bytes that one allocated.</summary>
    public long MostAllocated { get; set; }

    /// <summary>The largest working set of the process seen meanwhile, bytes.</summary>
    public long PeakMemory { get; set; }

    /// <summary>What went wrong.</summary>
    public List<Violation> Violations { get; } = [];

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Parser,-20} {Mutations,8} mutations {Readings,8} readings {Faults.Values.Sum(),8} declared failures; slowest {Slowest.TotalMilliseconds,7:0.0} ms, most allocated {MostAllocated / Megabyte,6:0.0} MB, peak memory {PeakMemory / Megabyte,6:0} MB; {Violations.Count} violations ({string.Join(", ", Faults.Select(fault => $"{fault.Key} {fault.Value}"))})");
}

/// <summary>An input that was not answered as it must be.</summary>
/// <param name="Parser">The parser.</param>
/// <param name="Number">The number of the mutation.</param>
/// <param name="Input">The input.</param>
/// <param name="Text">What went wrong.</param>
public sealed record Violation(string Parser, int Number, byte[] Input, string Text);
