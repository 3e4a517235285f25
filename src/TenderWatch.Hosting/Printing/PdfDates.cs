using System.Text;

namespace TenderWatch.Hosting.Printing;

/// <summary>
/// Sets the two dates that Chromium writes into a PDF (ISO 32000-1 section 14.3.3) to one moment of the same length: the rest of its bytes depends on the page, the program and the
/// fonts alone.
/// </summary>
internal static class PdfDates
{
    private const string Still = "D:19800101000000+00'00'";

    /// <summary>The same document without the moment of its making.</summary>
    public static byte[] Without(byte[] print)
    {
        var still = Encoding.ASCII.GetBytes(Still);
        foreach (var key in (string[])["/CreationDate (", "/ModDate ("])
        {
            var at = print.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(key));
            if (at < 0) continue;
            var date = print.AsSpan(at + key.Length);
            if (date.Length > still.Length && date[..2].SequenceEqual("D:"u8) && date[still.Length] == (byte)')') still.CopyTo(date);
        }

        return print;
    }
}
