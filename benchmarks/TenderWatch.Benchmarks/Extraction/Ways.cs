using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Sources;
using TenderWatch.Sources;

namespace TenderWatch.Benchmarks.Extraction;

/// <summary>The ways of reading one notice that are compared.</summary>
internal static class Ways
{
    private static readonly NoticeKey Key = new("ted", "1-2026");
    private static readonly PublicationReader Reader = new(stream => NoticeXml.Read(stream));

    /// <summary>Every node, and nothing done with it: no reader of XML can be quicker.</summary>
    public static void BarePass(byte[] notice)
    {
        using var reader = XmlReader.Create(new MemoryStream(notice), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        while (reader.Read())
        {
        }
    }

    /// <summary>All facts, whichever format it is.</summary>
    public static void Extract(byte[] notice)
    {
        if (NoticeXml.Read(new MemoryStream(notice)) is NoticeReading.Unreadable unreadable) throw new InvalidOperationException(unreadable.Fault.Text);
    }

    /// <summary>All facts and links, as intake reads them.</summary>
    public static void Publication(byte[] notice)
    {
        var document = new SourceDocument(EvidenceRoles.NoticeXml, "application/xml", "made", default, null, notice);
        if (Reader.Read(Key, [document]) is PublicationReading.Unreadable unreadable) throw new InvalidOperationException(unreadable.Fault.Text);
    }

    /// <summary>The same facts by one query each, without joining them.</summary>
    public static void Query(byte[] notice)
    {
        var document = XDocument.Load(new MemoryStream(notice));
        var (paths, namespaces) = TedPaths.IsRoot(document.Root!) ? (TedPaths.Of(document.Root!), TedPaths.Namespaces(document.Root!)) : (FieldPaths.Of(document.Root!), FieldPaths.Namespaces);
        foreach (var path in paths)
        {
            foreach (var found in document.XPathSelectElements(path, namespaces)) _ = found.Value;
        }
    }
}
