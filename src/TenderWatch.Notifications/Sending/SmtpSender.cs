using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Messages;

namespace TenderWatch.Notifications.Sending;

/// <summary>Sends mails over SMTP, byte for byte as they were stored.</summary>
/// <param name="settings">The mail server and the sender's address.</param>
/// <param name="time">The clock of the time-out.</param>
public sealed class SmtpSender(NotificationSettings settings, TimeProvider time) : IMessageSender
{
    private SmtpSettings Server => settings.Smtp;

    /// <inheritdoc/>
    public string Channel => Channels.Email;

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(OutboxMessage message, byte[] content, CancellationToken cancellationToken)
    {
        if (!MailboxAddress.TryParse(message.Recipient, out var to)) return new SendResult.Refused("The recipient is no mail address.");
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(Server.TimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var client = new SmtpClient();
        try
        {
            await ConnectAsync(client, either.Token);
            using var bytes = new MemoryStream(content, writable: false);
            using var mail = await MimeMessage.LoadAsync(bytes, either.Token);
            await client.SendAsync(Crlf(), mail, MailboxAddress.Parse(settings.From), [to], either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Later($"did not finish within {Server.TimeoutSeconds.ToString(CultureInfo.InvariantCulture)} seconds");
        }
        catch (SmtpCommandException fault) when (IsFinal(fault))
        {
            return new SendResult.Refused($"{Name} refuses the message: {Answer(fault)}");
        }
        catch (SmtpCommandException fault)
        {
            return Later("answers " + Answer(fault));
        }
        catch (AuthenticationException)
        {
            // The answer to a password is not repeated: a server may repeat the password in it.
            return Later("does not accept the user name and password of the settings Smtp:User and Smtp:Password");
        }
        catch (Exception fault) when (fault is ProtocolException or SslHandshakeException or NotSupportedException or IOException or SocketException or ServiceNotConnectedException or ServiceNotAuthenticatedException)
        {
            return Later($"cannot be used ({fault.GetType().Name}{(fault is SocketException socket ? " " + socket.SocketErrorCode : "")}); check Smtp:Host, Smtp:Port and Smtp:Security");
        }

        await QuitAsync(client, either.Token);
        return new SendResult.Sent();
    }

    private string Name => $"The mail server {Server.Host}:{Server.Port.ToString(CultureInfo.InvariantCulture)}";

    private async Task ConnectAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        await client.ConnectAsync(Server.Host, Server.Port, Server.Security switch
        {
            SmtpSecurity.None => SecureSocketOptions.None,
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.StartTls,
        }, cancellationToken);
        if (!string.IsNullOrEmpty(Server.User)) await client.AuthenticateAsync(Server.User, Server.Password ?? "", cancellationToken);
    }

    // Only what the server says of this recipient or this text is about the message; the rest may be mended in the settings.
    private static bool IsFinal(SmtpCommandException fault) =>
        (int)fault.StatusCode >= 500 && fault.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;

    private string Answer(SmtpCommandException fault)
    {
        var words = string.IsNullOrEmpty(Server.Password) ? fault.Message : fault.Message.Replace(Server.Password, "…", StringComparison.Ordinal);
        return $"{((int)fault.StatusCode).ToString(CultureInfo.InvariantCulture)} {PlainText.Line(words, 200)}";
    }

    private SendResult.TryLater Later(string what) => new($"{Name} {what}.");

    // The server has the message: whatever happens to the farewell, it is sent.
    private static async Task QuitAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or SocketException or ProtocolException or CommandException or ServiceNotConnectedException)
        {
            return;
        }
    }

    private static FormatOptions Crlf()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        return options;
    }
}
