using System.Text;

namespace TenderWatch.Mutations.Mutating;

/// <summary>What stands in fields that nobody checked.</summary>
public static class Values
{
    private static readonly string[] Nasty =
    [
        "", " ", "0", "1", "-1", "0.01", "00.00", "9", "-5", "+5", ".5", "5.", "1e400", "1E5", "NaN", "INF", "-0", "1,5", "1.000,00", "1.250", "1,250", "1 000", "1\u00A0000", "1\u2009234\u202F567,8", "٣٤",
        "99999999999999999999999999999999999999", "79228162514264337593543950335", "79228162514264337593543950336", "0.00000000000000000000000000000000001", "123456789012345.123456789012345678901",
        "unpublished", "niet gepubliceerd", "EUR", "Euro", "true", "false", "yes", "Lot", "tenders", "TEN-0001", "LOT-0001", "ORG-0001", "TPO-0001", "RES-0001", "win-ten-val", "non-restricted-document",
        "0000-00-00", "0001-01-01", "9999-12-31+14:00", "2024-02-30", "2023-06-26+02:00", "15/05/2026", "31/02/2026", "25:61:61+99:99", "24:00:00", "12:00:00.0000000", "12:00", "_DEFAULT_VALUE_CHANGE_ME_",
        "&#48;", "&#0;", "&#xD800;", "&amp;", "&x;", "&nbsp;", "<![CDATA[5]]>", "5<!-- -->5", "5<?x?>5", "\u200B5", "\uFEFF", "\u0661", "\u202E123", "<b>5</b>", "𝟓",
    ];

    /// <summary>Any of them, or a number with very many digits, or much white space.</summary>
    public static byte[] Any(Random random) => random.Next(12) switch
    {
        0 => Encoding.ASCII.GetBytes(new string((char)('0' + random.Next(10)), 1 << random.Next(1, 17))),
        1 => Encoding.ASCII.GetBytes(new string(" \t\n"[random.Next(3)], 1 << random.Next(1, 17))),
        2 => Encoding.ASCII.GetBytes(Number(random)),
        _ => Encoding.UTF8.GetBytes(random.Pick(Nasty)),
    };

    private static string Number(Random random)
    {
        var digits = string.Concat(Enumerable.Range(0, random.Next(1, 32)).Select(_ => (char)('0' + random.Next(10))));
        return random.Next(3) switch
        {
            0 => digits,
            1 => digits.Insert(random.Next(digits.Length), "."),
            _ => digits.Insert(random.Next(digits.Length), random.Pick([",", " ", ".", "-", "\u00A0"])),
        };
    }
}
