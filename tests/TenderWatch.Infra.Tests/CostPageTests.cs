using System.Globalization;
using System.Text.RegularExpressions;
using TenderWatch.Testing;

namespace TenderWatch.Infra.Tests;

/// <summary><c>docs/cost.md</c> computes right, and with the prices that it names.</summary>
public sealed partial class CostPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(SharedData.Repository, "docs", "cost.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Every_line_is_quantity_times_price()
    {
        var lines = Line().Matches(Page);
        Assert.True(lines.Count > 30, "The lines of the page were not recognised.");
        Assert.All(lines, line => Assert.Equal(Money(Number(line, "count") * Number(line, "price") / Number(line, "per")), line.Groups["usd"].Value));
    }

    [Fact]
    public void Every_total_is_the_sum_of_its_table()
    {
        var tables = Page.Split("\n## ").Where(section => Total().IsMatch(section)).ToList();
        Assert.Equal(3, tables.Count);
        Assert.All(tables, table => Assert.Equal(Money(Line().Matches(table).Sum(line => Number(line, "usd"))), Total().Match(table).Groups["usd"].Value));
    }

    [Fact]
    public void Every_price_stands_in_the_list_of_prices()
    {
        var prices = Page[Page.IndexOf("## Prices", StringComparison.Ordinal)..Page.IndexOf("## Operations", StringComparison.Ordinal)];
        // Tables of GZRS: twice the price of one copy, as the list says.
        Assert.All(Line().Matches(Page).Select(line => Number(line, "price")).Distinct().Where(price => price != 0.00072m),
            price => Assert.Contains($"| {price.ToString(CultureInfo.InvariantCulture)} |", prices, StringComparison.Ordinal));
    }

    private static decimal Number(Match line, string group) => decimal.Parse(line.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string Money(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero).ToString("F2", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\|[^|]+\| (?<count>[\d.]+) \| (?<price>[\d.]+) \| (?<per>\d+) \| (?<usd>[\d.]+) \|$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Line();

    [GeneratedRegex(@"^\| \*\*together\*\* \| \| \| \| \*\*(?<usd>[\d.]+)\*\* \|$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Total();
}
