using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Notices;
using TenderWatch.Sources;
using TenderWatch.Testing;

namespace TenderWatch.Core.Tests.Checks;

/// <summary>What real notices do to the checks.</summary>
public sealed class RealNoticeTests
{
    // Words that pass judgement on a person or a firm have no place in a finding.
    private static readonly string[] Accusing =
    [
        "verdacht", "suspicious", "suspect", "fraud", "illegal", "onrechtmatig", "schuldig", "guilty", "misbruik", "abuse", "overtreding", "overtre", "breach", "violat",
        "schending", "kartel", "cartel", "collu", "dumping", "beschuldig", "accus", "verwijt", "blame", "cheat", "oneerlijk", "unfair", "bedrog", "corrupt", "manipul",
        "misleid", "mislead", "leugen", "liar", "wrongdoing", "crimin", "verboden te", "gesjoemel",
    ];

    private static readonly IReadOnlyList<ICheck> All = CheckList.All(new CheckSettings());

    private static IEnumerable<(string Name, CaseNotice Notice)> Notices()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        foreach (var path in Directory.EnumerateFiles(SharedData.File("eforms"), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var stream = System.IO.File.OpenRead(path);
            if (NoticeXml.Read(stream) is NoticeReading.Read(var notice)) yield return (Path.GetFileName(path), Given.In(notice, "ted:" + Path.GetFileNameWithoutExtension(path)));
        }
    }

    [Fact]
    public void Every_real_notice_gets_findings_with_sources_and_without_an_accusation()
    {
        var read = 0;
        foreach (var (name, notice) in Notices())
        {
            read++;
            var facts = Given.Case(notice);
            Assert.All(facts.Sheet, fact => Assert.NotEmpty(fact.Origins));
            foreach (var check in All)
            {
                var findings = check.Run(facts);
                Assert.True(findings.Count > 0, $"{name}: {check.Id} gave no finding.");
                Assert.Equal(findings.Count, findings.Select(finding => finding.Subject).Distinct(StringComparer.Ordinal).Count());
                Assert.Equal(Given.Json(findings), Given.Json(check.Run(facts)));
                foreach (var finding in findings) AssertWellFormed(name, finding);
            }
        }

        Assert.Equal(490, read);
    }

    [Fact]
    public void A_case_of_several_real_notices_is_judged_too()
    {
        // Not one procurement: what matters is that anything the registry might thread together is survived.
        foreach (var chunk in Notices().Chunk(7))
        {
            var facts = Given.Case([.. chunk.Select(pair => pair.Notice)]);
            Assert.All(All, check => Assert.NotEmpty(check.Run(facts)));
        }
    }

    [Fact]
    public void Tenders_that_the_buyer_set_aside_as_low_are_named_in_the_only_real_notice_that_has_them()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        var path = Directory.EnumerateFiles(SharedData.File("eforms"), "00215305-2024*.xml", SearchOption.AllDirectories).FirstOrDefault();
        Assert.SkipWhen(path is null, "00215305-2024 is not in the copy beside this checkout");

        var findings = All.Single(check => check.Id == "alt").Run(Given.Case(Given.Real(path!, "ted:215305-2024")));

        Assert.Equal(4, findings.Count(finding => finding.Reasons.Any(reason => reason.En.Contains("t-verif-inad-low", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_utilities_award_with_every_value_withheld_says_until_when()
    {
        Assert.SkipWhen(SharedData.Root is null, SharedData.Absent);
        var facts = Given.Case(Given.Real(SharedData.File("eforms/result/00788032-2023_30_NLD.xml"), "ted:788032-2023"));

        var findings = All.Single(check => check.Id == "alt").Run(facts);

        Assert.All(findings, finding => Assert.Equal(Verdict.NotAssessable, finding.Verdict));
        Assert.Contains(findings.SelectMany(finding => finding.Missing), missing => missing.Field == "BT-720" && missing.Why.En.Contains("(BT-198)", StringComparison.Ordinal));
    }

    private static void AssertWellFormed(string name, Finding finding)
    {
        Assert.All(finding.Figures, figure => Assert.NotEmpty(figure.Origins));
        Assert.Equal(finding.Figures.Count, finding.Figures.Select(figure => (figure.Id, figure.Origins[0].At)).Distinct().Count());
        foreach (var words in finding.Words())
        {
            Assert.NotEmpty(words);
            Assert.DoesNotContain(Accusing, word => words.Contains(word, StringComparison.OrdinalIgnoreCase));
            Assert.False(words.Contains("  ", StringComparison.Ordinal) || words.Contains("..", StringComparison.Ordinal), $"{name}: {words}");
        }

        if (finding.Verdict == Verdict.NotAssessable) Assert.True(finding.Missing.Count > 0, $"{name}: {finding.Check} {finding.Subject} names nothing that is missing.");
    }
}
