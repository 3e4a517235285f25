using System.Net;
using System.Net.Sockets;

namespace TenderWatch.Local.Tests.Support;

/// <summary>A port of 127.0.0.1 at which nobody answers: held, so that nobody else gets it, but not listening.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket _socket;

    private ClosedPort(Socket socket) => _socket = socket;

    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public static ClosedPort Take()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new ClosedPort(socket);
    }

    public void Dispose() => _socket.Dispose();
}
