using System.Globalization;
using System.Text.Json;
using TenderWatch.Core.Checks.AbnormallyLow.Methods;

namespace TenderWatch.Core.Checks.AbnormallyLow.Vectors;

/// <summary>
/// Holds reckoned figures against expected ones: numbers to the last digit that is given, lists of bids in any order, words without regard to
/// case and blanks; null or an empty list expects that a figure is not defined.
/// </summary>
internal static class VectorComparison
{
    // The same figure under the names that sources give it.
    private static readonly Dictionary<string, string[]> OtherNames = new(StringComparer.Ordinal)
    {
        ["anomalous"] = ["flagged"],
        ["dropped"] = ["excluded"],
        ["m1"] = ["first_mean"],
        ["mean1"] = ["first_mean"],
        ["mean_1"] = ["first_mean"],
        ["mean_2"] = ["mean"],
        ["m2"] = ["mean"],
        ["mean2"] = ["mean"],
        ["second_mean"] = ["mean"],
        ["limit"] = ["threshold", "limit_mean"],
        ["skewness"] = ["skew"],
        ["kurtosis"] = ["kurt"],
        ["sd"] = ["sd_population"],
    };

    public static VectorResult Of(VectorResult run, JsonElement expected)
    {
        var computed = run.Computed.ToList();
        var differences = new List<string>();
        foreach (var member in expected.EnumerateObject())
        {
            var figure = Find(computed, member.Name);
            // Printed under the name by which it was asked for, too.
            if (figure is not null && figure.Name != member.Name) computed.Add(figure with { Name = member.Name });
            if (!IsEqual(figure, member.Value)) differences.Add(member.Name);
        }

        return run with { Computed = computed, Differences = differences };
    }

    private static MethodFigure? Find(List<MethodFigure> computed, string name) =>
        (OtherNames.TryGetValue(name, out var others) ? others : []).Prepend(name)
            .Select(each => computed.Find(figure => figure.Name == each)).FirstOrDefault(figure => figure is not null);

    private static bool IsEqual(MethodFigure? figure, JsonElement expected) => (figure, expected.ValueKind) switch
    {
        (null, JsonValueKind.Null) => true,
        (null, JsonValueKind.Array) => expected.GetArrayLength() == 0,
        (null, JsonValueKind.Object) => !expected.EnumerateObject().Any(),
        (MethodFigure.Number number, JsonValueKind.Number) => IsEqual(number.Value, expected),
        (MethodFigure.Numbers numbers, JsonValueKind.Array) => AreEqual(numbers, expected),
        (MethodFigure.Numbers numbers, JsonValueKind.True or JsonValueKind.False) => numbers.Values.Count > 0 == expected.GetBoolean(),
        (MethodFigure.Words words, JsonValueKind.Array) => AreEqual(words, expected),
        (MethodFigure.Words words, JsonValueKind.True or JsonValueKind.False) => words.Values.Count > 0 == expected.GetBoolean(),
        (MethodFigure.Truth truth, JsonValueKind.True or JsonValueKind.False) => truth.Value == expected.GetBoolean(),
        (MethodFigure.Word word, JsonValueKind.String) => Plain(word.Value) == Plain(expected.GetString()!),
        (MethodFigure.ByPrice limits, JsonValueKind.Object) => AreEqual(limits, expected),
        _ => false,
    };

    private static bool IsEqual(decimal computed, JsonElement expected) =>
        expected.TryGetDecimal(out var figure) && Math.Round(computed, Math.Min((int)figure.Scale, 28), MidpointRounding.AwayFromZero) == figure;

    private static bool AreEqual(MethodFigure.Numbers computed, JsonElement expected)
    {
        var elements = expected.EnumerateArray().ToList();
        if (elements.Exists(element => element.ValueKind != JsonValueKind.Number || !element.TryGetDecimal(out _))) return false;
        return computed.Ordered
            ? elements.Count == computed.Values.Count && computed.Values.Zip(elements).All(pair => IsEqual(pair.First, pair.Second))
            : elements.Count == computed.Values.Count && computed.Values.Order().Zip(elements.OrderBy(element => element.GetDecimal())).All(pair => IsEqual(pair.First, pair.Second));
    }

    private static bool AreEqual(MethodFigure.Words computed, JsonElement expected)
    {
        var elements = expected.EnumerateArray().ToList();
        return elements.TrueForAll(element => element.ValueKind == JsonValueKind.String)
            && elements.Select(element => element.GetString()).Order(StringComparer.Ordinal).SequenceEqual(computed.Values.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    // {"70": 82.0}: the price that a limit is for stands as the name of a member.
    private static bool AreEqual(MethodFigure.ByPrice computed, JsonElement expected)
    {
        var members = expected.EnumerateObject().ToList();
        return members.Count == computed.Values.Count && members.TrueForAll(member =>
            decimal.TryParse(member.Name, NumberStyles.Float, CultureInfo.InvariantCulture, out var price)
            && member.Value.ValueKind == JsonValueKind.Number
            && computed.Values.Any(limit => limit.Key == price && IsEqual(limit.Value, member.Value)));
    }

    private static string Plain(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character))).ToUpperInvariant();
}
