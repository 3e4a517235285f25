using System.Globalization;
using System.Text;

namespace TenderWatch.Benchmarks;

/// <summary>
/// Made-up OCDS releases in the shape of those that national portals publish: parties with addresses, a tender with items, one to eight bids, an
/// award and a contract. The same seed gives the same bytes.
/// </summary>
/// <param name="seed">What the chances are drawn from.</param>
internal sealed class OcdsReleases(int seed)
{
    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new(8192);

    /// <summary>Writes so many releases, one a line.</summary>
    public void Write(string path, int count)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        for (var number = 0; number < count; number++) writer.Write(Release(number));
    }

    private StringBuilder Release(int number)
    {
        _text.Clear();
        var buyer = Organisation(90_000_000, 1_500);
        var tenderers = Enumerable.Range(0, 1 + (int)(8 * Math.Pow(_random.NextDouble(), 2))).Select(_ => Organisation(10_000_000, 20_000)).Distinct(StringComparer.Ordinal).ToArray();
        var estimate = Math.Exp(9 + (_random.NextDouble() * 7));
        double[] prices = [.. tenderers.Select(_ => Math.Round(estimate * (0.8 + (_random.NextDouble() * 0.5)), 2)).Order()];
        Add($$$$"""{"ocid":"ocds-213czf-{{{{number:D8}}}}","id":"{{{{number}}}}-1","date":"2024-05-01T00:00:00Z","tag":["compiled"],"initiationType":"tender","language":"nl","parties":[""");
        List([buyer, .. tenderers], party => Add($$$$"""{"id":"{{{{party}}}}","name":"Organisatie {{{{party}}}}","identifier":{"scheme":"NL-KVK","id":"{{{{party}}}}","legalName":"Organisatie B.V."},"address":{"streetAddress":"Straatweg 1","locality":"Arnhem","postalCode":"6800 AA","countryName":"Nederland"},"roles":["tenderer"]}"""));
        Add($$$$"""],"buyer":{"id":"{{{{buyer}}}}","name":"Organisatie {{{{buyer}}}}"},"tender":{"id":"{{{{number}}}}","title":"Levering van slimme meters, perceel {{{{number}}}}","description":"Raamovereenkomst voor vier jaar, met opties tot verlenging.","status":"{{{{Chance(0.02, "cancelled", "complete")}}}}","procuringEntity":{"id":"{{{{buyer}}}}"},"procurementMethod":"{{{{Chance(0.7, "open", "limited")}}}}","procurementMethodDetails":"{{{{Chance(0.7, "Openbare procedure", "Onderhandeling")}}}}","numberOfTenderers":{{{{tenderers.Length}}}},"tenderPeriod":{"startDate":"2024-03-0{{{{_random.Next(1, 10)}}}}T09:00:00Z","endDate":"2024-03-{{{{_random.Next(15, 32)}}}}T12:00:00Z"},"value":{"amount":{{{{estimate:F2}}}},"currency":"EUR"}},"bids":{"details":[""");
        List(Enumerable.Range(0, tenderers.Length), bid => Add($$$$"""{"id":"{{{{number}}}}-{{{{bid}}}}","date":"2024-03-{{{{_random.Next(10, 21)}}}}T10:00:00Z","status":"{{{{(bid == 0 ? "valid" : Chance(0.1, "disqualified", "valid"))}}}}","tenderers":[{"id":"{{{{tenderers[bid]}}}}"}],"value":{"amount":{{{{prices[bid]:F2}}}},"currency":"EUR"}}"""));
        Add($$$$"""]},"awards":[{"id":"{{{{number}}}}-a","status":"{{{{Chance(0.1, "pending", "active")}}}}","date":"2024-04-20T00:00:00Z","suppliers":[{"id":"{{{{tenderers[0]}}}}"}],"items":[""");
        List(Enumerable.Range(0, _random.Next(1, 5)), item => Add($$$$"""{"id":"{{{{item}}}}","description":"Meter met toebehoren {{{{item}}}}","classification":{"scheme":"CPV","id":"{{{{_random.Next(10_000_000, 100_000_000)}}}}","description":"Elektriciteitsmeters"},"quantity":{{{{_random.Next(1, 1000)}}}},"unit":{"name":"stuk","value":{"amount":{{{{_random.Next(100, 50_000) / 100.0:F2}}}},"currency":"EUR"}}}"""));
        Add($$$$"""],"value":{"amount":{{{{prices[0]:F2}}}},"currency":"EUR"}}],"contracts":[{"id":"{{{{number}}}}-c","awardID":"{{{{number}}}}-a","status":"active","period":{"startDate":"2024-06-01T00:00:00Z","endDate":"2028-06-01T00:00:00Z"}}]}""");
        return _text.Append('\n');
    }

    private void Add(FormattableString text) => _text.Append(text.ToString(CultureInfo.InvariantCulture));

    private void List<T>(IEnumerable<T> items, Action<T> add)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first) _text.Append(',');
            first = false;
            add(item);
        }
    }

    private string Organisation(int from, int count) => (from + _random.Next(count)).ToString(CultureInfo.InvariantCulture);

    private string Chance(double chance, string then, string otherwise) => _random.NextDouble() < chance ? then : otherwise;
}
