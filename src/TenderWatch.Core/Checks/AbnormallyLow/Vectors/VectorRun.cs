using System.Text.Json;
using TenderWatch.Core.Checks.AbnormallyLow.Methods;

namespace TenderWatch.Core.Checks.AbnormallyLow.Vectors;

/// <summary>Runs vectors: inputs of a method with the figures expected of it. Pure; one that cannot be run is a fault of its own.</summary>
public static class VectorRun
{
    private const string ScreensId = "SCREENS";

    /// <summary>Runs one vector: an object with <c>id</c>, <c>method</c>, <c>inputs</c> and <c>expected</c>.</summary>
    public static VectorResult Of(JsonElement vector)
    {
        if (!JsonFigures.IsWellFormed(vector)) return new VectorResult("", "") { Fault = new VectorFault("shape", "A text in the vector is no well-formed Unicode.") };
        var result = new VectorResult(JsonFigures.Text(vector, "id") ?? "", JsonFigures.Text(vector, "method") ?? "");
        if (result.Id.Length == 0 || result.Method.Length == 0 || !vector.TryGetProperty("inputs", out var inputs)
            || !vector.TryGetProperty("expected", out var expected) || expected.ValueKind != JsonValueKind.Object)
        {
            return result with { Fault = new VectorFault("shape", "A vector is an object with the texts id and method and the objects inputs and expected.") };
        }

        var run = Reckon(result with { Expected = expected }, inputs);
        return run.Fault is not null ? run : VectorComparison.Of(run, expected);
    }

    private static VectorResult Reckon(VectorResult result, JsonElement inputs)
    {
        var id = result.Method.ToUpperInvariant();
        if (CardinalIndicators.Find(id) is { } indicator)
        {
            var faults = new List<VectorFault>();
            var figures = indicator(inputs, faults);
            return faults.Count > 0 ? result with { Fault = faults[0] } : result with { Computed = figures };
        }

        var method = MethodList.Find(id);
        if (method is null && id != ScreensId)
        {
            return result with
            {
                Fault = new VectorFault("method", $"There is no method {result.Method}. Known: {string.Join(", ", MethodList.All.Select(known => known.Id))}, {ScreensId}, OCP-R024, OCP-R028, OCP-R036, OCP-R058."),
            };
        }

        var read = VectorInputs.Read(inputs);
        if (read.Fault is { } fault) return result with { Fault = fault };
        result = result with { Unused = read.Unused };
        return method is null ? result with { Computed = [.. Screens.Of(read.Input.Prices).Figures] } : Reckon(result, method, read.Input);
    }

    private static VectorResult Reckon(VectorResult result, Method method, MethodInput input)
    {
        switch (method.Judge(input))
        {
            case MethodOutcome.Assessed assessed:
                var figures = input.Discounts ?? input.Prices;
                return result with
                {
                    Computed = [new MethodFigure.Truth("applies", true), .. assessed.Figures, new MethodFigure.Numbers("flagged", [.. assessed.Flagged.Select(place => figures[place]).Order()])],
                };
            case MethodOutcome.NotAssessable lacking:
                return result with
                {
                    Computed = [new MethodFigure.Truth("applies", false), new MethodFigure.Numbers("flagged", [])],
                    NotAssessable = lacking.Why.En,
                };
            default:
                throw new InvalidOperationException("An outcome is assessed or not.");
        }
    }
}
