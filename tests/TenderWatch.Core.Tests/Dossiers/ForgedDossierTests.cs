using TenderWatch.Core.Dossiers;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Core.Tests.Dossiers;

/// <summary>Files taken away, added, exchanged and rolled back; and dossiers that somebody put together anew so that they fit.</summary>
public sealed class ForgedDossierTests
{
    [Fact]
    public async Task Each_file_taken_away_is_named_missing_and_each_added_one_inserted()
    {
        using var dossier = await SmallDossier.CreateAsync();
        var files = await SmallDossier.UnpackAsync(await dossier.ArchiveAsync());
        foreach (var file in files)
            Assert.Contains($"{file.Entry.Path}: missing", await SmallDossier.FaultsAsync(await SmallDossier.PackAsync([.. files.Where(other => other != file)])));
        Assert.Equal(["case/more.json: inserted"], await SmallDossier.FaultsAsync(await SmallDossier.PackAsync([.. files, DossierFile.Of("case/more.json", [1])])));
        Assert.Equal([$"{files[3].Entry.Path}: inserted"], await SmallDossier.FaultsAsync(await SmallDossier.PackAsync([.. files, files[3]])));
    }

    [Fact]
    public async Task Two_files_that_change_places_are_named()
    {
        using var dossier = await SmallDossier.CreateAsync();
        var files = await SmallDossier.UnpackAsync(await dossier.ArchiveAsync());
        (files[4], files[5]) = (files[5], files[4]);
        Assert.Equal(
            new[] { files[4], files[5] }.Select(file => $"{file.Entry.Path}: reordered").Order(StringComparer.Ordinal),
            await SmallDossier.FaultsAsync(await SmallDossier.PackAsync(files)));
    }

    [Fact]
    public async Task An_entry_taken_away_from_end_or_middle_is_found_though_the_manifest_fits_and_is_signed()
    {
        foreach (var number in new[] { 1, 2, 3 })
        {
            using var dossier = await SmallDossier.CreateAsync();
            dossier.Files.Remove(DossierPaths.Entry(SmallDossier.Case, number));
            var faults = await SmallDossier.FaultsAsync(await dossier.ArchiveAsync());
            Assert.Contains($"{DossierPaths.Entry(SmallDossier.Case, number)}: {(number == 3 ? "truncated" : "gap")}", faults);
        }
    }

    [Fact]
    public async Task A_ledger_that_was_rolled_back_forked_or_written_on_is_found_though_the_manifest_fits_and_is_signed()
    {
        using var dossier = await SmallDossier.CreateAsync();
        using var shorter = await SmallDossier.CreateAsync(entries: 2);
        using var other = await SmallDossier.CreateAsync(text: "what did not happen");
        using var longer = await SmallDossier.CreateAsync(entries: 4);
        var proof = DossierPaths.Proof(SmallDossier.Case);
        var last = DossierPaths.Entry(SmallDossier.Case, 3);

        // The proof of an earlier end, with the checkpoints of now.
        dossier.Files[proof] = shorter.Files[proof];
        Assert.Contains($"{proof}: tree", await SmallDossier.FaultsAsync(await dossier.ArchiveAsync()));

        using var forked = await SmallDossier.CreateAsync();
        foreach (var number in new[] { 1, 2, 3 }) forked.Files[DossierPaths.Entry(SmallDossier.Case, number)] = other.Files[DossierPaths.Entry(SmallDossier.Case, number)];
        Assert.Equal([$"{last}: altered"], await SmallDossier.FaultsAsync(await forked.ArchiveAsync()));

        using var writtenOn = await SmallDossier.CreateAsync();
        writtenOn.Files[DossierPaths.Entry(SmallDossier.Case, 4)] = longer.Files[DossierPaths.Entry(SmallDossier.Case, 4)];
        Assert.Equal([$"{DossierPaths.Entry(SmallDossier.Case, 4)}: unsigned"], await SmallDossier.FaultsAsync(await writtenOn.ArchiveAsync()));
    }

    [Fact]
    public async Task Evidence_that_is_exchanged_dropped_or_wrongly_withheld_is_found_though_the_manifest_fits_and_is_signed()
    {
        using var dossier = await SmallDossier.CreateAsync();
        var facts = Digest.Of(dossier.Files["case/facts.json"]);
        var path = DossierPaths.Evidence(facts, Confidentiality.Public);
        dossier.Files[path] = [1];
        Assert.Equal([$"{path}: altered"], await SmallDossier.FaultsAsync(await dossier.ArchiveAsync()));

        dossier.Files.Remove(path);
        Assert.Equal([$"{path}: missing"], await SmallDossier.FaultsAsync(await dossier.ArchiveAsync()));

        // Said to be withheld by an entry that does not name it.
        dossier.Withheld.Add(new WithheldEvidence(facts, WithheldReasons.Confidential, DossierPaths.Entry(SmallDossier.Case, 3)));
        dossier.Withheld.Sort((one, another) => string.CompareOrdinal(one.Sha256.Hex, another.Sha256.Hex));
        Assert.Equal(["manifest.json: withheld"], await SmallDossier.FaultsAsync(await dossier.ArchiveAsync()));

        using var named = await SmallDossier.CreateAsync();
        named.Files["case/findings/alt.json"] = [1];
        var secret = DossierPaths.Evidence(Digest.Of("a price"), Confidentiality.Confidential);
        named.Files[secret] = "a price"u8.ToArray();
        named.Withheld.RemoveAll(one => one.Reason != WithheldReasons.Deleted);
        Assert.Equal(["case/findings/alt.json: unnamed", $"{secret}: confidential"], await SmallDossier.FaultsAsync(await named.ArchiveAsync()));
    }

    [Fact]
    public async Task Another_key_an_exchanged_signature_a_time_to_come_and_an_absent_checkpoint_are_found()
    {
        using var dossier = await SmallDossier.CreateAsync();
        using var forger = await SmallDossier.CreateAsync();
        var known = new Trust([dossier.Key], dossier.Latest);

        // Written anew as a whole with another key: whole in itself, and found by whoever knows the key or a checkpoint.
        var forged = await forger.ArchiveAsync();
        Assert.Empty(await SmallDossier.FaultsAsync(forged));
        Assert.Equal(
            [
                "checkpoints: missing", "checkpoints/0000000001.json: wrong-key", "checkpoints/0000000002.json: wrong-key",
                $"{DossierPaths.Evidence(SmallDossier.Gone, Confidentiality.Public)}: missing", "manifest.jws.json: wrong-key", $"{SmallDossier.Stone}: wrong-key",
            ],
            await SmallDossier.FaultsAsync(forged, known));

        Assert.Equal(["manifest.jws.json: wrong-key"], await SmallDossier.FaultsAsync(await dossier.ArchiveAsync(forger), known));
        var (ours, theirs) = (await SmallDossier.UnpackAsync(await dossier.ArchiveAsync()), await SmallDossier.UnpackAsync(await dossier.ArchiveAsync(forger)));
        ours[1] = theirs[1];
        Assert.Equal(["manifest.jws.json: wrong-key"], await SmallDossier.FaultsAsync(await SmallDossier.PackAsync(ours)));

        using var early = await SmallDossier.CreateAsync(at: SmallDossier.At.AddDays(3));
        Assert.Equal(["checkpoints/0000000001.json: wrong-time", "checkpoints/0000000002.json: wrong-time"], await SmallDossier.FaultsAsync(await early.ArchiveAsync()));

        dossier.Files.Remove("checkpoints/0000000001.json");
        Assert.Equal(["checkpoints/0000000001.json: missing"], await SmallDossier.FaultsAsync(await dossier.ArchiveAsync()));
    }

    [Fact]
    public async Task What_is_no_dossier_is_told_so()
    {
        Assert.Contains("zip: container", await SmallDossier.FaultsAsync([]));
        Assert.Contains("zip: container", await SmallDossier.FaultsAsync("not an archive, but long enough for the records of one"u8.ToArray()));
        Assert.Equal(["manifest.json: missing"], await SmallDossier.FaultsAsync(await SmallDossier.PackAsync([DossierFile.Of("index.html", [1])])));
        Assert.Equal(["manifest.json: not-a-manifest"], await SmallDossier.FaultsAsync(await SmallDossier.PackAsync([DossierFile.Of("manifest.json", "{}"u8.ToArray())])));
    }
}
