using System.Net;
using System.Net.Sockets;

namespace TenderWatch.Sources.Documents;

/// <summary>From which hosts documents may be retrieved, and a connection to none but a public address of theirs.</summary>
internal sealed class AllowedHosts(SourcesSettings settings)
{
    private readonly HashSet<string> _authorities =
        new([.. settings.Documents.Hosts.Select(host => new Uri("https://" + host).Authority), new Uri(settings.TenderNed.BaseAddress).Authority], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an address may be asked.</summary>
    public bool Allows(Uri address) =>
        address.UserInfo.Length == 0 && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IPAddress.TryParse(address.Host.Trim('[', ']'), out var literal) && IPAddress.IsLoopback(literal)))
        && _authorities.Contains(address.Authority);

    /// <summary>
    /// Connects to the very address that was looked at: a name that resolves anew between look and connection leads nowhere else. This machine is reached only where
    /// the operator named it by its address.
    /// </summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host.Trim('[', ']');
        var named = IPAddress.TryParse(host, out var literal);
        var addresses = named ? [literal!] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        var usable = addresses.Where(address => PublicAddress.Is(address) || (named && IPAddress.IsLoopback(address))).ToArray();
        // One forbidden address among others is a host that plays tricks.
        if (usable.Length == 0 || usable.Length != addresses.Length) throw new ForbiddenAddressException($"{host} is at an address that is not of the public internet.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(usable, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A host is not at an address that may be asked.</summary>
internal sealed class ForbiddenAddressException(string message) : IOException(message);
