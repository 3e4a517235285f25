using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using TenderWatch.Core.Notices;
using TenderWatch.Sources;

namespace TenderWatch.Benchmarks;

/// <summary>
/// Extraction of eForms notices on one thread against a bare pass of XmlReader (the target is at most 2 x) and against XDocument with XPath
/// (at least 3 x faster).
/// </summary>
internal static class EformsExtraction
{
    public static void Run(string folder, TextWriter output)
    {
        var notices = Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        output.WriteLine($"{notices.Count} notices, {notices.Sum(notice => (long)notice.Length)} bytes, in memory; the quickest of the rounds");
        new Ratios(warmUps: 3, rounds: 15)
            .Add("XmlReader, bare pass", () => notices.ForEach(BarePass))
            .Add("EformsReader", () => notices.ForEach(Extract))
            .Add("XDocument + XPath", () => notices.ForEach(Query))
            .Print(output);
    }

    private static void BarePass(byte[] notice)
    {
        using var reader = XmlReader.Create(new MemoryStream(notice), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
        }
    }

    private static void Extract(byte[] notice)
    {
        if (NoticeXml.Read(new MemoryStream(notice)) is NoticeReading.Unreadable unreadable) throw new InvalidOperationException(unreadable.Fault.Text);
    }

    private static void Query(byte[] notice)
    {
        var document = XDocument.Load(new MemoryStream(notice));
        foreach (var path in FieldPaths.Of(document.Root!))
        {
            foreach (var found in document.XPathSelectElements(path, FieldPaths.Namespaces)) _ = found.Value;
        }
    }
}
