using TenderWatch.Core.Notices;

namespace TenderWatch.Sources.EForms;

/// <summary>Ends a reading from wherever it is; <see cref="NoticeXml"/> turns it into <see cref="NoticeReading.Unreadable"/>.</summary>
internal sealed class NoticeFaultException(string code, string text) : Exception(text)
{
    public ReadingFault Fault { get; } = new(code, text);
}
