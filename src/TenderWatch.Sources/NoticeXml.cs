using System.Xml;
using TenderWatch.Core.Notices;
using TenderWatch.Sources.EForms;
using TenderWatch.Sources.TedExport;

namespace TenderWatch.Sources;

/// <summary>
/// Reads a notice as XML: eForms, TED_EXPORT or TED_ESENDERS. Untrusted input: no document type, no entities, nothing fetched, size and
/// depth limited; bad input is an answer, not an exception.
/// </summary>
public static class NoticeXml
{
    /// <summary>Reads one notice.</summary>
    /// <param name="stream">The bytes of the XML document; read to its end and left open. Its own errors (a broken disk or line) are not caught.</param>
    /// <param name="limits">How much is read at most.</param>
    /// <returns>The facts, or the fault, in words that hold nothing of the notice.</returns>
    public static NoticeReading Read(Stream stream, EformsLimits? limits = null)
    {
        limits ??= EformsLimits.Default;
        NoticeInput? input = null;
        XmlReader? reader = null;
        var root = "";
        try
        {
            input = new NoticeInput(stream, limits);
            reader = XmlReader.Create(input, EformsReader.Settings(limits));
            // The root element; what comes before it is no content.
            if (reader.MoveToContent() == XmlNodeType.Element) root = reader.LocalName;
            if (!TedExportReader.IsRoot(root)) ReadingFaults.RequireEforms(reader);
            return new NoticeReading.Read(TedExportReader.IsRoot(root) ? TedExportReader.Read(reader, input, limits) : EformsReader.Read(reader, input, limits));
        }
        catch (NoticeFaultException exception)
        {
            return new NoticeReading.Unreadable(exception.Fault);
        }
        catch (XmlException exception)
        {
            return new NoticeReading.Unreadable(ReadingFaults.Of(exception, input, root));
        }
        finally
        {
            reader?.Dispose();
            input?.Dispose();
        }
    }
}
