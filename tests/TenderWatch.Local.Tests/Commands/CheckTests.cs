using System.Text.Json;
using TenderWatch.Local.Tests.Support;
using TenderWatch.Testing;

namespace TenderWatch.Local.Tests.Commands;

public sealed class CheckTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Every_published_vector_is_equal_and_the_exit_code_is_0()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);

        var result = await _cli.RunAsync("check", "--vectors", SharedData.File("alt-vectors.json"), "--json");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        using var document = JsonDocument.Parse(result.Output);
        Assert.Equal(30, document.RootElement.GetArrayLength());
        Assert.All(document.RootElement.EnumerateArray(), vector => Assert.True(vector.GetProperty("equal").GetBoolean()));
        var germany = document.RootElement.EnumerateArray().Single(vector => vector.GetProperty("id").GetString() == "de-24");
        Assert.Equal(0.24m, germany.GetProperty("computed").GetProperty("distance_to_next").GetDecimal());
        Assert.Equal(["id", "method", "equal", "expected", "computed", "differences"], germany.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public async Task One_vector_that_differs_and_one_that_cannot_be_run_are_named_and_stop_nothing_else()
    {
        var file = _cli.Write("vectors.json", """
            [
              {"id": "wrong", "method": "DE-AUFGREIF", "inputs": {"bids": [76, 100]}, "expected": {"distance_to_next": 0.25, "limit": 80}},
              {"id": "unknown", "method": "XX-1", "inputs": {}, "expected": {}},
              {"id": "right", "method": "DE-AUFGREIF", "inputs": {"bids": [100, 76]}, "expected": {"distance_to_next": 0.24}}
            ]
            """);

        var json = await _cli.RunAsync("check", "--vectors", file, "--json");
        var text = await _cli.RunAsync("check", "--vectors", file);

        Assert.Equal((1, 1, ""), (json.ExitCode, text.ExitCode, json.Error + text.Error));
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal([false, false, true], document.RootElement.EnumerateArray().Select(vector => vector.GetProperty("equal").GetBoolean()));
        var difference = Assert.Single(document.RootElement[0].GetProperty("differences").EnumerateArray());
        Assert.Equal(("distance_to_next", 0.25m, 0.24m), (difference.GetProperty("figure").GetString(), difference.GetProperty("expected").GetDecimal(), difference.GetProperty("computed").GetDecimal()));
        Assert.Equal("method", document.RootElement[1].GetProperty("error").GetProperty("code").GetString());
        Assert.Contains("wrong  DE-AUFGREIF  differs in distance_to_next", text.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 3 vectors are equal", text.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "There is no file")]
    [InlineData("[{]", "is no JSON: line 1, byte 3.")]
    [InlineData("{}", "is no JSON array of vectors.")]
    public async Task A_file_that_is_none_ends_with_2_and_says_why(string? content, string message)
    {
        var file = content is null ? Path.Combine(_cli.Folder, "nowhere.json") : _cli.Write("vectors.json", content);

        var result = await _cli.RunAsync("check", "--vectors", file, "--json");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }
}
