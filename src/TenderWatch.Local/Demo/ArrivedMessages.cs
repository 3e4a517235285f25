using System.Text.Json;
using MimeKit;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Demo;

/// <summary>Shows the messages that arrived at the sinks.</summary>
internal static class ArrivedMessages
{
    public static void Write(Terminal terminal, SmtpSink mail, WebhookSink webhook)
    {
        var count = 0;
        while (mail.Taken.TryRead(out var taken))
        {
            using var stream = new MemoryStream(taken.Raw);
            using var message = MimeMessage.Load(stream);
            terminal.Heading($"E-mail to {message.To}: {message.Subject}");
            Indent(terminal, message.TextBody);
            count++;
        }

        while (webhook.Arrived.TryRead(out var body))
        {
            terminal.Heading($"Teams card ({body.Length} characters)");
            using var document = JsonDocument.Parse(body);
            Indent(terminal, string.Join('\n', Texts(document.RootElement)));
            count++;
        }

        if (count == 0) terminal.Line("No new message: nothing has changed since the last demonstration.");
        terminal.Line();
    }

    private static void Indent(Terminal terminal, string? text)
    {
        foreach (var line in (text ?? "").Split('\n')) terminal.Line("    " + line.TrimEnd());
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("title", out var title) && element.TryGetProperty("value", out var value) => [$"{title}: {value}"],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Name == "text" ? [member.Value.GetString()!] : Texts(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        _ => [],
    };
}
