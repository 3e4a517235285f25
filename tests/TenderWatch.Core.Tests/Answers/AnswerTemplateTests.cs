using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using TenderWatch.Core.Answers;

namespace TenderWatch.Core.Tests.Answers;

public sealed class AnswerTemplateTests
{
    private const string Good = """
        {
          "id": "board", "version": "1", "name": { "nl": "a", "en": "b" }, "respondents": { "buyer": { "nl": "a", "en": "b" } },
          "questions": [
            {
              "id": "1", "topic": { "nl": "a", "en": "b" }, "question": { "nl": "a", "en": "b" },
              "parts": [{ "about": { "nl": "a", "en": "b" }, "facts": ["title"], "askedOf": ["buyer"], "answeredBy": { "nl": "a", "en": "b" } }],
              "notes": [{ "text": { "nl": "a", "en": "b" }, "source": { "nl": "a", "en": "b" } }]
            }
          ]
        }
        """;

    private static AnswerTemplate? Read(string json, out IReadOnlyList<string> faults) => AnswerTemplates.Read(Encoding.UTF8.GetBytes(json), out faults);

    [Fact]
    public void The_questions_of_parliament_ship_in_both_languages_and_accuse_nobody()
    {
        var template = Assert.Single(AnswerTemplates.Shipped);
        Assert.Equal(("parliament-2026-01", 17), (template.Id, template.Questions.Count));
        Assert.Equal(Enumerable.Range(1, 17).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)), template.Questions.Select(question => question.Id));

        string[] words =
        [
            "verdacht", "suspicious", "suspect", "fraud", "illegal", "onrechtmatig", "schuldig", "guilty", "misbruik", "abuse", "overtre", "breach", "violat", "schending", "kartel", "cartel", "collu",
            "dumping", "beschuldig", "accus", "verwijt", "blame", "cheat", "oneerlijk", "unfair", "bedrog", "corrupt", "manipul",
        ];
        using var stream = typeof(AnswerTemplates).Assembly.GetManifestResourceStream("parliament-2026-01.answers.json")!;
        var text = new StreamReader(stream).ReadToEnd();
        Assert.All(words, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_subject_that_parliament_asked_about_has_its_source_or_is_open_with_who_could_answer()
    {
        var template = Assert.Single(AnswerTemplates.Shipped);
        var parts = template.Questions.SelectMany(question => question.Parts).ToList();
        Assert.All(["quantity", "total-value", "duration", "renewals", "options", "buyer", "winner", "share", "legal-basis", "tenders-received"], fact => Assert.Contains(parts, part => part.Facts.Contains(fact)));
        Assert.All(["alt", "fsr-scope", "fsr-filings", "state-influence", "supply-resilience", "excluded-suppliers", "market-access"], check => Assert.Contains(parts, part => part.Check == check));
        Assert.All(["buyer", "supplier", "ministry", "commission", "tennet", "rdi"], whom => Assert.Contains(parts, part => part.AskedOf.Contains(whom)));
    }

    [Theory]
    [InlineData("$.id", "\"Board 1\"", "$.id is 'Board 1'")]
    [InlineData("$.version", "\" \"", "$.version: missing")]
    [InlineData("$.name.en", null, "$.name.en: missing; every text stands in nl and en.")]
    [InlineData("$.respondents.buyer.nl", "\"\"", "$.respondents.buyer.nl: missing")]
    [InlineData("$.respondents", "{}", "$.respondents: missing")]
    [InlineData("$.questions", "[]", "$.questions: 1 to 100")]
    [InlineData("$.questions", "[null]", "$.questions[0]: null stands where a question belongs.")]
    [InlineData("$.questions[0].topic.en", null, "$.questions[0].topic.en: missing")]
    [InlineData("$.questions[0].question.nl", "null", "$.questions[0].question.nl: missing")]
    [InlineData("$.questions[0].parts", "null", "$.questions[0].parts: 1 to 20")]
    [InlineData("$.questions[0].parts", "[null]", "$.questions[0].parts[0]: null stands where a part belongs.")]
    [InlineData("$.questions[0].parts[0].about", null, "$.questions[0].parts[0].about.nl: missing")]
    [InlineData("$.questions[0].parts[0].facts", "[\"price\"]", "$.questions[0].parts[0].facts: there is no fact 'price'; there are: title, buyer,")]
    [InlineData("$.questions[0].parts[0].facts", "[null]", "$.questions[0].parts[0].facts: there is no fact 'null'")]
    [InlineData("$.questions[0].parts[0].check", "\"low-bid\"", "$.questions[0].parts[0].check: there is no check 'low-bid'; there are: alt, fsr-scope,")]
    [InlineData("$.questions[0].parts[0].check", "\"alt\"", "$.questions[0].parts[0]: facts, check and entered exclude each other")]
    [InlineData("$.questions[0].parts[0].reasons", "true", "$.questions[0].parts[0].reasons: only a check has reasons.")]
    [InlineData("$.questions[0].parts[0].entered", "\"filings\"", "$.questions[0].parts[0].entered (line")]
    [InlineData("$.questions[0].parts[0].askedOf", "[\"tennet\"]", "$.questions[0].parts[0].askedOf: there is no respondent 'tennet'; $.respondents has: buyer.")]
    [InlineData("$.questions[0].parts[0].askedOf", "[]", "$.questions[0].parts[0].askedOf: missing; name one or more of: buyer.")]
    [InlineData("$.questions[0].parts[0].answeredBy", null, "$.questions[0].parts[0].answeredBy: missing")]
    [InlineData("$.questions[0].notes", "[null]", "$.questions[0].notes[0]: null stands where a note belongs.")]
    [InlineData("$.questions[0].notes[0].source", null, "$.questions[0].notes[0].source.nl: missing")]
    [InlineData("$.questions[0].fact", "\"title\"", "$.questions[0].fact (line")]
    public void What_is_wrong_is_named_with_its_path_and_what_belongs_there(string path, string? json, string told)
    {
        Assert.Null(Read(Changed(path, json), out var faults));
        Assert.Contains(faults, fault => fault.StartsWith(told, StringComparison.Ordinal));
    }

    [Fact]
    public void Questions_have_ids_of_their_own_and_all_faults_are_told_at_once()
    {
        var twice = JsonNode.Parse(Good)!;
        twice["questions"]!.AsArray().Add(twice["questions"]![0]!.DeepClone());
        Assert.Null(Read(twice.ToJsonString(), out var faults));
        Assert.Equal("$.questions: the id '1' stands 2 times; give each question its own.", Assert.Single(faults));

        Assert.Null(Read("""{ "id": "x" }""", out faults));
        Assert.True(faults.Count >= 4, string.Join('\n', faults));
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault_and_an_endless_file_is()
    {
        Assert.NotNull(Read("\uFEFF" + Good, out _));
        Assert.Null(AnswerTemplates.Read(new byte[AnswerTemplates.LargestFile + 1], out var faults));
        Assert.Contains("1024 KiB", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_is_a_fault_or_another_template_and_never_an_exception()
    {
        var bytes = Encoding.UTF8.GetBytes(Good);
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte).Sample((place, value) =>
        {
            byte[] damaged = [.. bytes];
            damaged[place] = value;
            return AnswerTemplates.Read(damaged, out var faults) is not null == (faults.Count == 0);
        }, iter: 5000);
    }

    [Fact]
    public void Two_templates_with_one_id_are_told()
    {
        var own = Read(Good, out _)!;
        Assert.Null(AnswerTemplates.Clash([own]));
        Assert.Equal("board", AnswerTemplates.Clash([own, own]));
        Assert.Equal("parliament-2026-01", AnswerTemplates.Clash([own with { Id = "parliament-2026-01" }]));
        Assert.Same(own, new AnswerTemplates([own]).Find("board"));
    }

    // A member of the good template set to something else; taken out where there is nothing.
    private static string Changed(string path, string? json)
    {
        var root = JsonNode.Parse(Good)!;
        var node = root;
        var steps = path[2..].Replace("[", ".[", StringComparison.Ordinal).Split('.');
        foreach (var step in steps[..^1]) node = step[0] == '[' ? node[int.Parse(step[1..^1], System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!;
        if (json is null) node.AsObject().Remove(steps[^1]);
        else node[steps[^1]] = JsonNode.Parse(json);
        return root.ToJsonString();
    }
}
