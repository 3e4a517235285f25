using System.Text;
using TenderWatch.Sources.Tests.TenderNed;

namespace TenderWatch.Local.Tests.Watching.Support;

/// <summary>Publications of a test's own.</summary>
internal static class Samples
{
    public static DateOnly Day { get; } = new(2026, 1, 6);

    /// <summary>A notice that the profile matches, as XML of TED; each number makes it another notice of another procedure.</summary>
    public static string Xml(string tedNumber) => File.ReadAllText(Path.Combine(World.Samples, "ted", "99000003-2025.xml"))
        .Replace("99000003-2025", tedNumber, StringComparison.Ordinal)
        .Replace("edb1e50c7c2c", "0000" + tedNumber[..8], StringComparison.Ordinal)
        .Replace("64945ac2a053", "0000" + tedNumber[..8], StringComparison.Ordinal)
        .Replace("2025-11-20", "2026-01-06", StringComparison.Ordinal);

    /// <summary>Adds a publication that only has a rendering, about something that no profile looks for unless its title does.</summary>
    public static SampleFolder AddRendered(this SampleFolder folder, string id, string title, DateOnly? day = null, long? kenmerk = null, string related = "[]", string more = "") => folder.Add(
        id,
        day ?? Day,
        html: "<table></table>",
        detail: $$"""{"aanbestedingNaam":"{{title}}","opdrachtgeverNaam":"Gemeente Voorbeeldstad","formType":"competition","kenmerk":{{kenmerk ?? long.Parse(id, System.Globalization.CultureInfo.InvariantCulture)}}{{more}}}""",
        related: related);

    /// <summary>Adds a publication whose notice is XML at TED.</summary>
    public static SampleFolder AddXml(this SampleFolder folder, string id, string tedNumber, byte[] xml)
    {
        folder.Add(id, Day, ted: tedNumber, html: "<table></table>", detail: $$"""{"aanbestedingNaam":"Slimme meters","formType":"competition","kenmerk":{{id}}}""");
        File.WriteAllBytes(Path.Combine(folder.Root, "ted", tedNumber + ".xml"), xml);
        return folder;
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
