using System.Buffers;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using TenderWatch.Core.Notices;
using TenderWatch.Local.Output;
using TenderWatch.Sources.EForms;

namespace TenderWatch.Local.Commands;

/// <summary><c>extract FILE|FOLDER|-</c>: the facts of notices as JSON, without storage or network.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("input") { Description = "A notice (XML), a folder of notices, or - for standard input" };
        var json = new Option<bool>("--json") { Description = "One line for each notice, also for a single file" };
        var command = new Command("extract", "Print the facts of notices as JSON") { input, json };
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
            return Print(buffered, null, stdin, lines) ? ExitCodes.Ok : ExitCodes.Fault;
        }

        if (File.Exists(input))
        {
            using var file = File.OpenRead(input);
            return Print(buffered, Path.GetFileName(input), file, lines) ? ExitCodes.Ok : ExitCodes.Fault;
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
            using var file = File.OpenRead(path);
            allRead &= Print(buffered, NoticeFiles.Relative(input, path), file, lines: true);
        }

        return allRead ? ExitCodes.Ok : ExitCodes.Fault;
    }

    private static bool Print(Stream output, string? file, Stream content, bool lines)
    {
        var reading = EformsReader.Read(content);
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
