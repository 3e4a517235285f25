using System.Text;
using System.Text.Json;
using CsCheck;
using TenderWatch.Core.Cases;
using TenderWatch.Core.Checks;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Tests.Checks;

namespace TenderWatch.Core.Tests.Rechecks;

public sealed class RecordedSettingsTests
{
    // With different numbers of decimals: 20 and 20.0 print differently.
    private static readonly Gen<decimal> Percent = Gen.Select(Gen.Int[1, 9_999], Gen.Int[0, 3]).Select((hundredths, zeros) => new decimal(hundredths * (int)Math.Pow(10, zeros), 0, 0, false, (byte)(2 + zeros)));

    private static readonly Gen<string> Word = Gen.Char["abcéλ\"\\ \t<&"].Array[1, 6].Select(characters => new string(characters));

    private static readonly Gen<CheckSettings> Settings = Gen.Select(Percent, Percent, Percent, Word.Array[0, 2], Word.Array[0, 2], Gen.Int[1, 20]).Select((one, two, three, components, suppliers, number) => new CheckSettings
    {
        Alt = new() { GapToNextPercent = one, ShareOfMeanPercent = two, ShareOfEstimatePercent = three },
        Fsr = new() { Procurement = two * 10_000_000, Lot = two * 5_000_000, ContributionsPerCountry = one, IndicationPercent = three },
        Goods = new() { ThirdCountryPercent = three, EquivalencePercent = one },
        Ipi = new() { Works = one, GoodsAndServices = two },
        Supply = new() { StateInfluencePercent = two },
        Components = [.. components.Select((name, place) => new SupplyComponent { Id = $"part-{place}", Nl = name, En = name, Suppliers = number, Requirement = SupplierRequirement.AllDutch })],
        ExcludedSuppliers = [.. suppliers.Select(name => new ExcludedSupplier { Name = name, Ids = "12345678", LegalBasis = name, Source = name })],
    });

    private static readonly Gen<CaseFacts> Facts = Gen.Select(Gen.Int[5_000, 500_000_000].Array[1, 6], Gen.Int[5_000, 500_000_000]).Select((prices, estimate) => Given.Case(
        Given.Call(Given.Empty with { EstimatedValue = Given.Euro(estimate), Lots = [new Lot { Id = "LOT-0001", EstimatedValue = Given.Euro(estimate) }] }),
        Given.Bids([.. prices.Select(price => price / 100m)])));

    [Fact]
    public void The_recorded_settings_and_the_stored_facts_give_the_same_rules_and_the_same_bytes_again() => Gen.Select(Settings, Facts).Sample((settings, facts) =>
    {
        var stored = JsonSerializer.SerializeToUtf8Bytes(facts, NoticeJson.Stored);
        var recorded = RecordedSettings.Write(settings);
        var (then, again) = (Run(settings), Run(RecordedSettings.Read(recorded)));
        return then.SequenceEqual(again) && RecordedSettings.Write(RecordedSettings.Read(recorded)).SequenceEqual(recorded);

        IEnumerable<(string, string, Digest)> Run(CheckSettings with) =>
            [.. CheckList.All(with).Select(check => (check.Id, check.Version, Digest.Of(FindingsJson.Write(check.Run(JsonSerializer.Deserialize<CaseFacts>(stored, NoticeJson.Stored)!)))))];
    });

    [Fact]
    public void Every_threshold_is_recorded_also_where_it_is_the_default_one()
    {
        var text = Encoding.UTF8.GetString(RecordedSettings.Write(new CheckSettings()));

        Assert.Contains("\"procurement\":\"250000000\"", text, StringComparison.Ordinal);
        Assert.Equal(text, Encoding.UTF8.GetString(CanonicalJson.Write(JsonDocument.Parse(text).RootElement)));
    }
}
