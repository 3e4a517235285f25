using System.Text.Json;
using TenderWatch.Core.Dossiers;

namespace TenderWatch.Core.Tests.Dossiers;

public sealed class NamedPersonsTests
{
    [Fact]
    public void People_and_addresses_are_found_however_deep_and_named_once_in_order()
    {
        var names = NamedPersons.In(
        [
            Body("""{"recipient":"inkoop@voorbeeld.nl","sha256":"x"}"""),
            Body("""{"by":"B. Voorbeeld","files":[{"by":"A. Voorbeeld"},{"by":"B. Voorbeeld"},{"by":""},{"by":{"name":"no text"}}]}"""),
        ]);
        Assert.Equal(["A. Voorbeeld", "B. Voorbeeld", "inkoop@voorbeeld.nl"], names);
        Assert.Contains("noemt 3 namen of adressen in zijn logboek: A. Voorbeeld, B. Voorbeeld, inkoop@voorbeeld.nl. ", NamedPersons.Warning(names)!.Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_are_counted_and_where_nobody_is_named_nothing_is_said()
    {
        Assert.Null(NamedPersons.Warning([]));
        Assert.Contains("names 25 names or addresses", NamedPersons.Warning([.. Enumerable.Range(1, 25).Select(number => "P" + number)])!.En, StringComparison.Ordinal);
        Assert.Contains("P20 and 5 more.", NamedPersons.Warning([.. Enumerable.Range(1, 25).Select(number => "P" + number)])!.En, StringComparison.Ordinal);
    }

    private static JsonElement Body(string json) => JsonDocument.Parse(json).RootElement;
}
