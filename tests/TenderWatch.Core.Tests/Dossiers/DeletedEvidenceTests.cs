using TenderWatch.Core.Dossiers;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Core.Tests.Dossiers;

/// <summary>Deleted evidence in dossiers that somebody put together anew, so that manifest and digests fit: a tombstone counts only where it is the right one.</summary>
public sealed class DeletedEvidenceTests
{
    private static readonly string Evidence = DossierPaths.Evidence(SmallDossier.Gone, Confidentiality.Public);

    [Fact]
    public async Task Deleted_evidence_is_in_order_for_both_audiences_and_the_only_reason_for_which_an_internal_dossier_withholds()
    {
        using var dossier = await SmallDossier.CreateAsync();
        Assert.Empty(await SmallDossier.FaultsAsync(await dossier.ArchiveAsync()));
        Assert.Equal(["manifest.json: withheld"], await SmallDossier.FaultsAsync(await dossier.ArchiveAsync(audience: DossierAudience.Internal)));

        var secret = DossierPaths.Evidence(Digest.Of("a price"), Confidentiality.Confidential);
        dossier.Files[secret] = "a price"u8.ToArray();
        dossier.Withheld.RemoveAll(one => one.Reason != WithheldReasons.Deleted);
        Assert.Empty(await SmallDossier.FaultsAsync(await dossier.ArchiveAsync(audience: DossierAudience.Internal)));
    }

    [Fact]
    public async Task Evidence_that_is_absent_without_a_tombstone_is_missing_whatever_the_manifest_says()
    {
        using var dossier = await SmallDossier.CreateAsync();
        dossier.Files.Remove(SmallDossier.Stone);
        Assert.Equal([$"{Evidence}: missing"], await SmallDossier.FaultsAsync(await dossier.ArchiveAsync()));

        // Nor does a tombstone do of which the manifest says nothing.
        using var unsaid = await SmallDossier.CreateAsync();
        unsaid.Withheld.RemoveAll(one => one.Reason == WithheldReasons.Deleted);
        Assert.Equal([$"{Evidence}: missing"], await SmallDossier.FaultsAsync(await unsaid.ArchiveAsync()));

        using var other = await SmallDossier.CreateAsync();
        Reason(other, "lost");
        Assert.Equal(["manifest.json: withheld"], await SmallDossier.FaultsAsync(await other.ArchiveAsync()));
    }

    [Theory]
    [InlineData("misplaced")]
    [InlineData("not-a-tombstone")]
    [InlineData("wrong-key")]
    [InlineData("unsigned")]
    [InlineData("wrong-time")]
    public async Task A_tombstone_that_does_not_count_is_named_and_the_evidence_is_missing(string code)
    {
        using var dossier = await SmallDossier.CreateAsync();
        using var forger = await SmallDossier.CreateAsync();
        dossier.Files[SmallDossier.Stone] = code switch
        {
            "misplaced" => (await dossier.TombstoneAsync(Digest.Of("of another case"))).ToBytes(),
            "not-a-tombstone" => [.. dossier.Files[SmallDossier.Stone], (byte)' '],
            "wrong-key" => (await forger.TombstoneAsync(SmallDossier.Gone)).ToBytes(),
            "unsigned" => ((await forger.TombstoneAsync(SmallDossier.Gone)) with { KeyId = dossier.Key.Id }).ToBytes(),
            _ => (await dossier.TombstoneAsync(SmallDossier.Gone, at: SmallDossier.At.AddDays(2))).ToBytes(),
        };
        Assert.Equal([$"{Evidence}: missing", $"{SmallDossier.Stone}: {code}"], await SmallDossier.FaultsAsync(await dossier.ArchiveAsync()));
    }

    [Fact]
    public async Task Tombstones_of_evidence_that_no_entry_names_or_that_is_enclosed_are_named()
    {
        using var dossier = await SmallDossier.CreateAsync();
        var stranger = Digest.Of("of another case");
        dossier.Files[DossierPaths.Tombstone(stranger, Confidentiality.Confidential)] = (await dossier.TombstoneAsync(stranger, Confidentiality.Confidential)).ToBytes();
        dossier.Files["tombstones/public/more.json"] = [1];
        Assert.Equal(
            [$"{DossierPaths.Tombstone(stranger, Confidentiality.Confidential)}: unnamed", "tombstones/public/more.json: stray"],
            await SmallDossier.FaultsAsync(await dossier.ArchiveAsync()));

        // As in storage: bytes that are there contradict their tombstone, unless an entry of later names them.
        using var kept = await SmallDossier.CreateAsync();
        kept.Files[Evidence] = "an old notice"u8.ToArray();
        kept.Withheld.RemoveAll(one => one.Reason == WithheldReasons.Deleted);
        Assert.Equal([$"{SmallDossier.Stone}: not-deleted"], await SmallDossier.FaultsAsync(await kept.ArchiveAsync()));
        kept.Files[SmallDossier.Stone] = (await kept.TombstoneAsync(SmallDossier.Gone, at: SmallDossier.At.AddMinutes(-1))).ToBytes();
        Assert.Empty(await SmallDossier.FaultsAsync(await kept.ArchiveAsync()));
    }

    private static void Reason(SmallDossier dossier, string reason)
    {
        var at = dossier.Withheld.FindIndex(one => one.Reason == WithheldReasons.Deleted);
        dossier.Withheld[at] = dossier.Withheld[at] with { Reason = reason };
    }
}
