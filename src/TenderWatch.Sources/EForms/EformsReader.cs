using System.Xml;
using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.EForms;

/// <summary>
/// Reads the facts of an eForms notice in one forward pass. Untrusted input: no document type, no entities, nothing fetched, size and
/// depth limited; bad input is an answer, not an exception.
/// </summary>
public static class EformsReader
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
            input = new NoticeInput(stream, limits.MaxCharacters);
            reader = XmlReader.Create(input, Settings(limits));
            // The root element; what comes before it is no content.
            if (reader.MoveToContent() == XmlNodeType.Element) root = reader.LocalName;
            ReadingFaults.RequireEforms(reader);
            return new NoticeReading.Read(ReadNotice(reader, input, limits));
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

    private static Notice ReadNotice(XmlReader reader, NoticeInput input, EformsLimits limits)
    {
        var cursor = new NoticeCursor(reader, input, limits.MaxDepth);
        var draft = new NoticeDraft();
        NoticeDraft.Shape.Read(cursor, draft);
        // What follows the root must be well-formed too.
        while (reader.Read())
        {
        }

        cursor.Notes.NameProblems(default, id: null);
        return NoticeAssembler.Assemble(draft, cursor.Notes, limits);
    }

    private static XmlReaderSettings Settings(EformsLimits limits)
    {
        var names = new NameTable();
        NoticeDraft.Shape.AddNamesTo(names);
        WithheldDraft.Shape.AddNamesTo(names);
        return new XmlReaderSettings
        {
            NameTable = names,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = limits.MaxCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = false,
        };
    }
}
