namespace TenderWatch.Extraction.Summaries;

/// <summary>Numbers in words from zero to ninety-nine, of one language: <c>ten</c> is ten in English and none in Dutch.</summary>
internal static class NumberWords
{
    private static readonly string[] DutchUnits = ["nul", "", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"];
    private static readonly string[] DutchTens = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"];
    private static readonly string[] EnglishUnits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    private static readonly string[] EnglishTens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>Dutch: "een" alone is an article, and "één" is read by its accent.</summary>
    public static IReadOnlyDictionary<string, int> Dutch { get; } = Make(DutchUnits, DutchTens, (ten, unit) => (unit == 1 ? "een" : DutchUnits[unit]) + "en" + ten);

    /// <summary>English; of "twenty-four" each part is a number, as it is written.</summary>
    public static IReadOnlyDictionary<string, int> English { get; } = Make(EnglishUnits, EnglishTens, (ten, unit) => ten + EnglishUnits[unit]);

    private static Dictionary<string, int> Make(string[] units, string[] tens, Func<string, int, string> both)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var unit = 0; unit < units.Length; unit++)
        {
            if (units[unit].Length > 0) numbers[units[unit]] = unit;
        }

        for (var ten = 0; ten < tens.Length; ten++)
        {
            numbers[tens[ten]] = (ten + 2) * 10;
            for (var unit = 1; unit < 10; unit++) numbers[both(tens[ten], unit)] = ((ten + 2) * 10) + unit;
        }

        return numbers;
    }
}
