using System.Text.Json;
using TenderWatch.Core.Checks.AbnormallyLow.Methods;

namespace TenderWatch.Core.Checks.AbnormallyLow.Vectors;

/// <summary>What became of one vector.</summary>
/// <param name="Id">Its id; empty where it has none.</param>
/// <param name="Method">The method it names; empty where it names none.</param>
public sealed record VectorResult(string Id, string Method)
{
    /// <summary>The figures expected of it, as they stand in the vector; <see langword="null"/> where it has none.</summary>
    public JsonElement? Expected { get; init; }

    /// <summary>What was reckoned.</summary>
    public IReadOnlyList<MethodFigure> Computed { get; init; } = [];

    /// <summary>The expected figures that differ from the reckoned ones, in the order of the vector.</summary>
    public IReadOnlyList<string> Differences { get; init; } = [];

    /// <summary>Members of the input that were not used.</summary>
    public IReadOnlyList<string> Unused { get; init; } = [];

    /// <summary>Why the method could not be reckoned, where it could not; that can be what the vector expects.</summary>
    public string? NotAssessable { get; init; }

    /// <summary>Why the vector could not be run.</summary>
    public VectorFault? Fault { get; init; }

    /// <summary>Whether every expected figure was reckoned as expected.</summary>
    public bool IsEqual => Fault is null && Differences.Count == 0;
}
