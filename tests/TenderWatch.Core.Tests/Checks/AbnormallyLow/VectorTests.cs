using System.Text.Json;
using TenderWatch.Core.Checks.AbnormallyLow.Methods;
using TenderWatch.Core.Checks.AbnormallyLow.Vectors;
using TenderWatch.Testing;

namespace TenderWatch.Core.Tests.Checks.AbnormallyLow;

public sealed class VectorTests
{
    [Fact]
    public void Every_published_vector_is_equal_also_to_the_sixth_decimal()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedData.File("alt-vectors.json")));
        var vectors = document.RootElement.EnumerateArray().ToList();

        Assert.Equal(30, vectors.Count);
        foreach (var vector in vectors)
        {
            var result = VectorRun.Of(vector);
            Assert.True(result.IsEqual, $"{result.Id}: {result.Fault?.Message} {string.Join(", ", result.Differences)}");
            Assert.Empty(result.Unused);
            foreach (var number in result.Computed.OfType<MethodFigure.Number>())
            {
                if (vector.GetProperty("expected").TryGetProperty(number.Name, out var expected)) Assert.Equal(expected.GetDecimal(), Math.Round(number.Value, 6));
            }
        }
    }

    // Reckoned by hand, or told in words in the sources that the pages name.
    [Theory]
    [InlineData("it-a-15", "IT-METHOD-A", """{"discounts_pct": [5.12, 8.4, 9, 11.3, 12.75, 13.1, 14.05, 15.6, 16.2, 17.45, 18.48, 19.9, 22.4, 24.8, 31.07]}""",
        """{"kept": 11, "trimmed_each_side": 2, "sum": 170.23, "mean": 15.475455, "first_decimals": [2, 3], "product": 6}""")]
    [InlineData("it-a-lt15-high", "IT-METHOD-A", """{"discounts_pct": [1, 10, 10, 20, 20, 40]}""",
        """{"kept": 4, "mean": 15, "scarto": 5, "ratio": 0.333333, "branch": "mean + scarto", "threshold": 20, "anomalous": [20, 20, 40]}""")]
    [InlineData("it-a-equal", "IT-METHOD-A", """{"discounts_pct": [5, 10, 10, 10, 20]}""", """{"scarto": 0, "branch": "mean*1.20", "threshold": 12, "anomalous": [20]}""")]
    [InlineData("it-a-bids", "IT-METHOD-A", """{"bids": [80, 85, 90, 92, 99], "budget": 100}""", """{"kept": 3, "sum": 33, "mean": 11, "scarto": 4, "threshold": 15, "anomalous": [80, 85]}""")]
    [InlineData("it-a-thirds", "IT-METHOD-A", """{"bids": [60, 299.99, 300, 300.01, 400], "budget": 300}""", """{"applies": false}""")]
    [InlineData("es-85-4", "ES-RGLCAP-85", """{"bids": [700000, 880000, 900000, 920000, 1300000], "budget": 1400000}""",
        """{"rule": "85.4", "first_mean": 940000, "excluded": [1300000], "mean": 850000, "limit": 765000, "flagged": [700000]}""")]
    [InlineData("es-points", "ES-RGLCAP-85", """{"bids": [760, 880, 900, 960], "budget": 1000, "reading": "points"}""", """{"mean": 875, "limit": 775, "flagged": [760]}""")]
    [InlineData("es-third", "ES-RGLCAP-85", """{"bids": [86, 100], "cut_by_third": true}""", """{"limit": 86.666667, "flagged": [86]}""")]
    [InlineData("es-third-exact", "ES-RGLCAP-85", """{"bids": [260, 300], "cut_by_third": true}""", """{"limit": 260, "flagged": []}""")]
    [InlineData("pl-mean-only", "PL-PZP-224", """{"bids": [70, 100, 130]}""", """{"limit_mean": 70, "limit_value": null, "flagged": [70]}""")]
    [InlineData("pl-rejected", "PL-PZP-224", """{"bids": [{"amount": 70, "status": "valid"}, {"amount": 10, "status": "disqualified"}, {"amount": 130}]}""", """{"limit_mean": 70, "flagged": [70]}""")]
    [InlineData("sk-a", "SK-343-2015-53-3", """{"bids": [84, 96, 100, 108]}""", """{"applies": true, "limit_a": 86.133333, "limit_b": 86.4, "flagged": [84]}""")]
    [InlineData("sk-n2", "SK-343-2015-53-3", """{"bids": [10, 100]}""", """{"applies": false, "flagged": []}""")]
    [InlineData("si-flag", "SI-ZJN3-86", """{"bids": [40, 90, 100, 110]}""", """{"applies": true, "limit_mean": 42.5, "limit_next": 72, "flagged": [40]}""")]
    [InlineData("si-edge", "SI-ZJN3-86", """{"bids": [50, 110, 120, 120]}""", """{"limit_mean": 50, "flagged": []}""")]
    [InlineData("hr", "HR-ZJN-289", """{"bids": [40, 100, 110]}""", """{"limit_mean": 52.5, "limit_next": 80, "flagged": [40]}""")]
    [InlineData("fr-dm", "FR-DOUBLE-MEAN", """{"bids": [78, 95, 100, 104, 150]}""",
        """{"first_mean": 105.4, "m1": 105.4, "excluded": [150], "mean": 94.25, "limit": 84.825, "flagged": [78]}""")]
    [InlineData("fr-dm-15", "fr-dm", """{"bids": [78, 95, 100, 104, 150], "threshold": 0.15}""", """{"limit": 80.1125, "flagged": [78]}""")]
    [InlineData("gr-88", "GR-4412-88-5A", """{"bids": [660, 780, 800, 820, 810], "budget": 1000}""", """{"mean": 22.6, "limit": 32.6, "flagged": [660]}""")]
    [InlineData("gr-88-thirds", "GR-4412-88-5A", """{"bids": [100, 160], "budget": 300}""", """{"mean": 56.666667, "limit": 66.666667, "flagged": []}""")]
    [InlineData("bg-two", "BG-ZOP-72", """{"bids": [50, 100]}""", """{"applies": false, "limits": {}, "flagged": []}""")]
    [InlineData("ro", "RO-80", """{"bid": 79.99, "estimate_net": 100}""", """{"limit": 80, "flagged": true}""")]
    [InlineData("pt-works", "PT-CCP-71-2008", """{"bid": 60, "base_price": 100, "nature": "works"}""", """{"limit": 60, "flagged": true}""")]
    [InlineData("pt-other", "PT-CCP-71-2008", """{"bids": [60, 50], "base_price": 100, "nature": "supplies"}""", """{"limit": 50, "flagged": [50]}""")]
    [InlineData("pt-documents", "PT-CCP-71", """{"bids": [50, 100], "threshold": 0.2}""", """{"mean": 75, "limit": 60, "flagged": [50]}""")]
    [InlineData("pt-documents-unset", "PT-CCP-71", """{"bids": [50, 100]}""", """{"applies": false, "flagged": []}""")]
    [InlineData("lt", "LT-VPI-57", """{"bids": [70, 100, 130]}""", """{"limit": 70, "flagged": [70]}""")]
    [InlineData("scr-equal", "SCREENS", """{"bids": [5, 5, 5, 5]}""", """{"cv": 0, "spd": 0, "diffp": 0, "rd": null, "rdnor": null, "rdalt": null, "skew": null, "kurt": null}""")]
    [InlineData("scr-one", "SCREENS", """{"bids": [5]}""", """{"n": 1, "mean": 5, "sd": null, "cv": null, "diffp": null}""")]
    [InlineData("scr-large", "SCREENS", """{"bids": [1000000000000000, 1000000000000000, 999999999999999.99]}""", """{"sd": 0.005774, "rdnor": 2, "rd": null, "rdalt": null, "skew": -1.732051}""")]
    [InlineData("scr-tiny", "SCREENS", """{"bids": [0.000001, 0.000002, 0.000004]}""", """{"rd": 0.707107, "rdnor": 0.666667, "rdalt": 0.5}""")]
    [InlineData("r024", "OCP-R024", """{"winner_and_second": {"F": [1, 2], "1": [1, 100], "2": [1, 100], "3": [1, 100], "4": [1, 100]}}""", """{"q1": 66.333333, "lower_fence": 17.333333, "flagged": ["F"]}""")]
    [InlineData("r028-same", "OCP-R028", """{"bids": [{"tenderer": "A", "amount": 1, "currency": "USD"}, {"tenderer": "A", "amount": 1, "currency": "USD"}]}""", """{"flagged": false, "tenderers": []}""")]
    public void A_vector_that_is_reckoned_by_hand_is_equal(string id, string method, string inputs, string expected)
    {
        var result = Run($$"""{"id": "{{id}}", "method": "{{method}}", "inputs": {{inputs}}, "expected": {{expected}}}""");

        Assert.True(result.IsEqual, $"{result.Fault?.Message} {string.Join(", ", result.Differences)}: {Json(result)}");
    }

    [Theory]
    [InlineData("""{"limit": 80}""", """{"limit": 81}""", "limit")]
    [InlineData("""{"distance_to_next": 0.24}""", """{"distance_to_next": 0.241}""", "distance_to_next")]
    [InlineData("""{"flagged": [76]}""", """{"flagged": [76, 100]}""", "flagged")]
    [InlineData("""{"review": true}""", """{"review": false}""", "review")]
    [InlineData("""{"nothing": null}""", """{"nothing": 1}""", "nothing")]
    public void A_figure_that_is_not_the_expected_one_is_named(string right, string wrong, string figure)
    {
        static string Vector(string expected) => $$"""{"id": "a", "method": "DE-AUFGREIF", "inputs": {"bids": [76, 100]}, "expected": {{expected}}}""";

        Assert.True(Run(Vector(right)).IsEqual);
        Assert.Equal([figure], Run(Vector(wrong)).Differences);
    }

    [Theory]
    [InlineData("""{"id": "a", "method": "IT-METHOD-B", "inputs": {}, "expected": {}}""", "method", "There is no method IT-METHOD-B.")]
    [InlineData("""{"id": "a", "method": "DE-AUFGREIF", "inputs": {"bids": [76, -1]}, "expected": {}}""", "input", "inputs.bids[1] is -1;")]
    [InlineData("""{"id": "a", "method": "DE-AUFGREIF", "inputs": {"bids": ["76", 100]}, "expected": {}}""", "input", "inputs.bids[0] is \"76\";")]
    [InlineData("""{"id": "a", "method": "DE-AUFGREIF", "inputs": {"bids": [1e400]}, "expected": {}}""", "input", "inputs.bids[0] is 1e400;")]
    [InlineData("""{"id": "a", "method": "DE-AUFGREIF", "inputs": {"bids": 5}, "expected": {}}""", "input", "inputs.bids is 5;")]
    [InlineData("""{"id": "a", "method": "DE-AUFGREIF", "inputs": {"bids": [{"amount": 1, "currency": "EUR"}, {"amount": 1, "currency": "USD"}]}, "expected": {}}""", "input", "several currencies (EUR, USD)")]
    [InlineData("""{"id": "a", "method": "GR-4412-88-5A", "inputs": {"discounts_pct": [10, 101]}, "expected": {}}""", "input", "inputs.discounts_pct[1] is 101;")]
    [InlineData("""{"id": "a", "method": "PL-PZP-224", "inputs": {"bids": [1], "vat_rate": 23}, "expected": {}}""", "input", "inputs.vat_rate is 23;")]
    [InlineData("""{"id": "a", "method": "OCP-R058", "inputs": {"winner_and_second": {}}, "expected": {}}""", "input", "no pair")]
    [InlineData("""{"id": "a", "method": "OCP-R058", "inputs": {"winner_and_second": {"A": [0, 1]}}, "expected": {}}""", "input", "winner_and_second.A[0] is 0;")]
    [InlineData("""{"id": "a", "method": "DE-AUFGREIF", "inputs": {}}""", "shape", "A vector is an object")]
    [InlineData("5", "shape", "A vector is an object")]
    [InlineData("""{"id": "\ud800", "method": "DE-AUFGREIF", "inputs": {}, "expected": {}}""", "shape", "no well-formed Unicode")]
    public void A_vector_that_cannot_be_run_says_what_is_wrong_and_where(string vector, string code, string message)
    {
        var result = Run(vector);

        Assert.Equal(code, result.Fault?.Code);
        Assert.Contains(message, result.Fault?.Message, StringComparison.Ordinal);
        Assert.False(result.IsEqual);
        Assert.Contains("\"error\"", Json(result), StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_input_has_beside_the_known_members_is_named() =>
        Assert.Equal(["colour"], Run("""{"id": "a", "method": "DE-AUFGREIF", "inputs": {"bids": [76, 100], "colour": 1}, "expected": {}}""").Unused);

    [Fact]
    public void Every_method_says_what_it_lacks_without_any_input()
    {
        foreach (var method in MethodList.All)
        {
            var lacking = Assert.IsType<MethodOutcome.NotAssessable>(method.Judge(new MethodInput()));
            Assert.NotEmpty(lacking.Why.Nl);
            Assert.NotEmpty(lacking.Why.En);
        }
    }

    [Fact]
    public void Ids_of_methods_are_unambiguous_and_no_words_of_them_accuse()
    {
        var ids = MethodList.All.SelectMany(method => method.OtherIds.Append(method.Id)).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(ids, id => Assert.NotNull(MethodList.Find(id)));
        Assert.Equal(["HR-ZJN-289", "LT-VPI-57", "RO-80"], MethodList.All.Where(method => method.Certainty == Certainty.Unconfirmed).Select(method => method.Id).Order(StringComparer.Ordinal));
    }

    private static VectorResult Run(string vector)
    {
        using var document = JsonDocument.Parse(vector);
        return VectorRun.Of(document.RootElement.Clone());
    }

    private static string Json(VectorResult result)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream)) VectorJson.Write(writer, result);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
