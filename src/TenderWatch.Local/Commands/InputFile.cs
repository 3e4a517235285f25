using TenderWatch.Core.Evidence;
using TenderWatch.Core.Notices;
using TenderWatch.Extraction.Documents;
using TenderWatch.Local.Output;
using TenderWatch.Sources;
using SourceText = TenderWatch.Core.Texts.SourceText;

namespace TenderWatch.Local.Commands;

/// <summary>The bytes of a file or of standard input that a command reads text from: a notice or a document. At most the limit of a document is held.</summary>
internal static class InputFile
{
    /// <summary>The bytes; <see langword="null"/> where they cannot be read, which has been said, with the code to exit with.</summary>
    public static async Task<(byte[]? Content, int ExitCode)> ReadAsync(string input)
    {
        if (input != "-" && !File.Exists(input)) return Fault(ExitCodes.Usage, $"There is no file {input}.");
        try
        {
            await using var stream = input == "-" ? Console.OpenStandardInput() : File.OpenRead(input);
            var content = Load(stream);
            return content.Length <= DocumentLimits.Usual.Bytes ? (content, ExitCodes.Ok) : Fault(ExitCodes.Fault, $"{input} is larger than {DocumentLimits.Usual.Bytes / 1024 / 1024} MiB. Nothing of it was read.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return Fault(ExitCodes.Usage, $"{input} cannot be opened or read to its end.");
        }
    }

    /// <summary>The notice; <see langword="null"/> where the bytes are another thing.</summary>
    public static Notice? Notice(byte[] content)
    {
        if (!content.AsSpan(0, Math.Min(content.Length, 4096)).ContainsAny("<"u8) || content.AsSpan().StartsWith("PK"u8) || content.AsSpan().StartsWith("%PDF"u8)) return null;
        using var stream = new MemoryStream(content, writable: false);
        return NoticeXml.Read(stream) is NoticeReading.Read read ? read.Notice : null;
    }

    /// <summary>The texts of a document; what could not be read of it is said.</summary>
    public static IReadOnlyList<SourceText> Texts(byte[] content, Digest document, string? language, out int faults)
    {
        using var stream = new MemoryStream(content, writable: false);
#pragma warning disable RS0030 // A command is a composition root.
        var text = DocumentReader.Read(stream, DocumentLimits.Usual, TimeProvider.System);
#pragma warning restore RS0030
        foreach (var fault in text.Faults) Console.Error.WriteLine(fault.Path.Length == 0 ? fault.Text : $"{fault.Path}: {fault.Text}");
        faults = text.Faults.Count(fault => !fault.IsNote);
        return [.. text.Texts(document, language)];
    }

    // One byte beyond the limit is enough to know: a file of any size is never held.
    private static byte[] Load(Stream stream)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; kept.Length <= DocumentLimits.Usual.Bytes && (read = stream.Read(buffer)) > 0;) kept.Write(buffer, 0, read);
        return kept.ToArray();
    }

    private static (byte[]?, int) Fault(int exitCode, string sentence)
    {
        Console.Error.WriteLine(sentence);
        return (null, exitCode);
    }
}
