using System.Buffers;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using TenderWatch.Core.Notices;
using TenderWatch.Local.Output;
using TenderWatch.Sources;

namespace TenderWatch.Local.Commands;

/// <summary><c>extract FILE|FOLDER|-</c>: the facts of notices as JSON, without storage or network.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("file|folder|-") { Description = "A notice (XML); a folder: every .xml in it and below, one line each; or - for standard input" };
        var json = new Option<bool>("--json") { Description = "One line for each notice, also for a single file" };
        var command = new Command("extract", "Print the facts of notices as JSON, without storage, network or settings") { input, json };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed.GetRequiredValue(input), parsed.GetValue(json), cancellationToken), cancellationToken));
        return command;
    }

    private static int Run(string input, bool lines, CancellationToken cancellationToken)
    {
        using var output = Console.OpenStandardOutput();
        using var buffered = new BufferedStream(output, 1 << 16);
        if (input == "-")
        {
            using var stdin = Console.OpenStandardInput();
            return Print(buffered, null, NoticeXml.Read(stdin), lines) ? ExitCodes.Ok : ExitCodes.Fault;
        }

        if (File.Exists(input))
        {
            return Print(buffered, Path.GetFileName(input), ReadFile(input), lines) ? ExitCodes.Ok : ExitCodes.Fault;
        }

        if (!Directory.Exists(input))
        {
            Console.Error.WriteLine($"There is no file or folder {input}.");
            return ExitCodes.Usage;
        }

        var allRead = true;
        foreach (var path in NoticeFiles.In(input))
        {
            cancellationToken.ThrowIfCancellationRequested();
            allRead &= Print(buffered, NoticeFiles.Relative(input, path), ReadFile(path), lines: true);
        }

        return allRead ? ExitCodes.Ok : ExitCodes.Fault;
    }

    // One file that cannot be opened must not keep the others from being read.
    private static NoticeReading ReadFile(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return NoticeXml.Read(file);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return new NoticeReading.Unreadable(new ReadingFault("file", "The file cannot be opened or read to its end: it is gone, locked, not permitted or damaged."));
        }
    }

    private static bool Print(Stream output, string? file, NoticeReading reading, bool lines)
    {
        var buffer = new ArrayBufferWriter<byte>(16384);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = !lines, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            if (file is not null) writer.WriteString("file", file);
            if (reading is NoticeReading.Read read)
            {
                foreach (var member in JsonSerializer.SerializeToElement(read.Notice, NoticeJson.Public).EnumerateObject()) member.WriteTo(writer);
            }
            else if (reading is NoticeReading.Unreadable unreadable)
            {
                writer.WritePropertyName("unreadable");
                JsonSerializer.Serialize(writer, unreadable.Fault, NoticeJson.Public);
            }

            writer.WriteEndObject();
        }

        output.Write(buffer.WrittenSpan);
        output.WriteByte((byte)'\n');
        return reading is NoticeReading.Read;
    }
}
