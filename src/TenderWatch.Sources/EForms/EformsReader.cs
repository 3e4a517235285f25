using System.Xml;
using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.EForms;

/// <summary>Reads the facts of an eForms notice in one forward pass.</summary>
internal static class EformsReader
{
    /// <summary>Reads the notice whose root element the reader stands on.</summary>
    public static Notice Read(XmlReader reader, NoticeInput input, EformsLimits limits)
    {
        var cursor = new NoticeCursor(reader, input, limits);
        var draft = new NoticeDraft();
        NoticeDraft.Shape.Read(cursor, draft);
        // What follows the root must be well-formed too.
        while (reader.Read())
        {
        }

        cursor.Notes.NameProblems(default, id: null);
        return NoticeAssembler.Assemble(draft, cursor.Notes, limits);
    }

    /// <summary>How untrusted XML is read: no document type, no entities, nothing fetched, the names of eForms known beforehand.</summary>
    public static XmlReaderSettings Settings(EformsLimits limits)
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
