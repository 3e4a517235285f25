using System.Text;
using TenderWatch.Core.Dossiers;
using TenderWatch.Local.Tests.Entries;
using TenderWatch.Local.Tests.Retention;

namespace TenderWatch.Local.Tests.Dossiers;

/// <summary>The dossier of a case whose evidence was lawfully deleted, as a user makes and checks it.</summary>
public sealed class DeletedEvidenceTests
{
    [Theory]
    [InlineData("public", "nl")]
    [InlineData("internal", "en")]
    public async Task A_case_whose_evidence_was_deleted_has_a_dossier_that_names_it_and_verifies(string audience, string language)
    {
        using var old = await OldCase.CreateAsync();
        var deleted = OldCase.Names(await old.DeleteAsync(), "deleted");
        var first = await ExportAsync(old, audience, language, "first.zip");
        Assert.Equal(await File.ReadAllBytesAsync(first, TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(await ExportAsync(old, audience, language, "again.zip"), TestContext.Current.CancellationToken));
        Assert.Contains("deleted under retention", await old.RunAsync("verify", first), StringComparison.Ordinal);
        Assert.Empty(await SecondVerifier.FaultsAsync(first));

        // What was deleted is named with a tombstone, and nothing else of it is there.
        var files = ExportedCase.FilesOf(first);
        var gone = DossierManifest.Parse(files["manifest.json"]).Withheld.Where(one => one.Reason == WithheldReasons.Deleted).Select(one => one.Sha256.Hex).ToList();
        Assert.Equal(deleted.Select(name => $"tombstones/{name}.json").Order(StringComparer.Ordinal), files.Keys.Where(path => path.StartsWith("tombstones/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(deleted.Select(name => name.Split('/')[1]).Order(StringComparer.Ordinal), gone);
        Assert.False(files.ContainsKey("case/facts.json"));
        Assert.All(files.Values, content => Assert.Empty(Marks.In(Encoding.UTF8.GetString(content))));

        var page = Encoding.UTF8.GetString(files["index.html"]);
        Assert.Contains(language == "nl" ? "Verwijderd volgens de bewaartermijn" : "Deleted under retention", page, StringComparison.Ordinal);
        Assert.Contains("B. Bewaarder", page, StringComparison.Ordinal);
        Assert.Contains("Bewaartermijn voorbij", page, StringComparison.Ordinal);
        Assert.All(gone, digest => Assert.Contains(digest, page, StringComparison.Ordinal));
        Assert.DoesNotContain(language == "nl" ? "Er is nog geen gunning gepubliceerd" : "No award has been published yet", page, StringComparison.Ordinal);
        Assert.DoesNotContain(language == "nl" ? "nog geen feiten vastgelegd" : "No facts have been recorded yet", page, StringComparison.Ordinal);
        Assert.DoesNotContain(language == "nl" ? "nog geen publicaties" : "No publications are linked", page, StringComparison.Ordinal);
        Assert.Contains(language == "nl" ? "de bevindingen zijn verwijderd" : "the findings were deleted", page, StringComparison.Ordinal);
        Assert.DoesNotContain("evidence-deleted", page, StringComparison.Ordinal);
        Assert.DoesNotContain(language == "nl" ? "al het bewijs is bijgevoegd" : "all evidence is enclosed", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_only_the_documents_of_those_who_lost_are_gone_the_facts_of_the_rest_are_shown()
    {
        using var old = await OldCase.CreateAsync();
        old.Cli.Environment["TenderWatch__Retention__YearsAfterContract"] = "100";
        await old.DeleteAsync();
        foreach (var audience in new[] { "public", "internal" })
        {
            var archive = await ExportAsync(old, audience, "nl", audience + ".zip");
            await old.RunAsync("verify", archive);
            Assert.Empty(await SecondVerifier.FaultsAsync(archive));
            var files = ExportedCase.FilesOf(archive);
            Assert.True(files.ContainsKey("case/facts.json"));
            Assert.Contains("De feiten met wat vertrouwelijk was zijn verwijderd", audience == "internal" ? Encoding.UTF8.GetString(files["index.html"]) : "De feiten met wat vertrouwelijk was zijn verwijderd", StringComparison.Ordinal);
        }
    }

    private static async Task<string> ExportAsync(OldCase old, string audience, string language, string file)
    {
        old.Cli.Environment["TenderWatch__Evidence__Browser"] = "none";
        await old.RunAsync("export", old.Id, "--audience", audience, "--language", language, "--out", file, "--by", "A. Voorbeeld");
        return Path.Combine(old.Cli.Folder, file);
    }
}
