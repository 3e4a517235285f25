using TenderWatch.Core.Notices;
using TenderWatch.Sources.EForms;

namespace TenderWatch.Sources;

/// <summary>Reads a notice as XML, whatever its format.</summary>
public static class NoticeXml
{
    /// <summary>Reads a notice; bad input is a named fault, never an exception.</summary>
    /// <param name="stream">The XML, from its beginning.</param>
    public static NoticeReading Read(Stream stream) => EformsReader.Read(stream);
}
