using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using TenderWatch.Core.Notices;

namespace TenderWatch.Mutations.Parsers;

/// <summary>Whether every amount of a notice is written in its XML, in the element that the amount is of and with its currency: read a second time, as a tree.</summary>
internal static class XmlAmounts
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    // The other parser knows the code pages of Windows only when the process does.
    static XmlAmounts() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string? Check(byte[] input, Notice? notice)
    {
        if (notice is null) return null;
        var stated = Stated(notice).Where(amount => amount.Money is { IsWithheld: false }).ToList();
        if (stated.Count == 0) return null;
        var written = Written(Load(input));
        foreach (var (element, money) in stated)
        {
            if (!written.Contains((element, money!.Amount.ToString(CultureInfo.InvariantCulture), money.Currency)))
                return $"the amount of {element} in the notice is not written in the input";
            if (money.Kind != MoneyKind.Stated && !notice.Problems.Any(problem => problem.Code == "placeholder-amount")) return $"the placeholder in {element} has no problem entry";
        }

        return null;
    }

    // In memory, with the encoding left to the other parser.
    private static XDocument Load(byte[] input)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var stream = new MemoryStream(input);
        using var reader = XmlReader.Create(stream, settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static HashSet<(string Element, string Amount, string Currency)> Written(XDocument document)
    {
        var written = new HashSet<(string, string, string)>();
        foreach (var element in document.Descendants())
        {
            string?[] currencies = [Trim(element.Attribute("currencyID")?.Value), Trim(element.Attribute("CURRENCY")?.Value) ?? Trim(element.Parent?.Attribute("CURRENCY")?.Value)];
            if (currencies is [null, null]) continue;
            // What the reader takes for the text of a form's element: its paragraph, or the text beside the elements in it.
            string?[] texts = [element.Value, string.Concat(element.Nodes().OfType<XText>().Select(part => part.Value)), element.Elements().FirstOrDefault(child => child.Name.LocalName == "P")?.Value];
            foreach (var text in texts.OfType<string>())
            {
                if (!decimal.TryParse(text.Trim(), Decimal, CultureInfo.InvariantCulture, out var amount)) continue;
                foreach (var currency in currencies.OfType<string>()) written.Add((element.Name.LocalName, amount.ToString(CultureInfo.InvariantCulture), currency));
            }
        }

        return written;
    }

    private static IEnumerable<(string Element, Money? Money)> Stated(Notice notice)
    {
        var isEforms = notice.Format == "eforms";
        yield return (isEforms ? "EstimatedOverallContractAmount" : "VAL_ESTIMATED_TOTAL", notice.EstimatedValue);
        yield return ("FrameworkMaximumAmount", notice.FrameworkMaximum);
        yield return (isEforms ? "TotalAmount" : "VAL_TOTAL", notice.TotalValue);
        yield return ("OverallMaximumFrameworkContractsAmount", notice.TotalFrameworkMaximum);
        yield return ("OverallApproximateFrameworkContractsAmount", notice.TotalFrameworkApproximate);
        foreach (var lot in notice.Lots)
        {
            yield return (isEforms ? "EstimatedOverallContractAmount" : "VAL_OBJECT", lot.EstimatedValue);
            yield return ("FrameworkMaximumAmount", lot.FrameworkMaximum);
        }

        foreach (var result in notice.Results)
        {
            yield return ("VAL_ESTIMATED_TOTAL", result.EstimatedValue);
            yield return (isEforms ? "LowerTenderAmount" : "LOW", result.Lowest);
            yield return (isEforms ? "HigherTenderAmount" : "HIGH", result.Highest);
            yield return ("MaximumValueAmount", result.FrameworkMaximum);
            yield return ("ReestimatedValueAmount", result.FrameworkReestimated);
        }

        foreach (var bid in notice.Bids)
        {
            yield return (isEforms ? "PayableAmount" : "VAL_TOTAL", bid.Value);
            yield return (isEforms ? "TermAmount" : "VAL_SUBCONTRACTING", bid.Subcontracting?.Value);
        }
    }

    private static string? Trim(string? text) => text?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
}
