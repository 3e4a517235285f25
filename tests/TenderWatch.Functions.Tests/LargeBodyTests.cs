using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TenderWatch.Hosting.Settings;
using TenderWatch.Hosting.Web;
using TenderWatch.Storage;
using TenderWatch.Testing;

namespace TenderWatch.Functions.Tests;

/// <summary>The Functions host passes a request on to the worker and reads no answer before it has written the whole body.</summary>
public sealed class LargeBodyTests
{
    private const int Length = 60_000_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_writes_all_of_a_body_that_is_too_large_gets_the_answer_that_says_so()
    {
        var settings = new TenderWatchSettings { Storage = new StorageSettings { ConnectionString = await AzuriteFixture.ConnectionStringAsync(), Prefix = AzuriteFixture.NewPrefix() } };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddTenderWatchFunctions(settings);
        await using var worker = builder.Build();
        worker.Map("{*path}", (HttpContext context, RequestDispatcher dispatcher) => dispatcher.AnswerAsync(context));
        await worker.Services.GetRequiredService<StorageInitializer>().InitializeAsync(Stop);
        await worker.StartAsync(Stop);
        var address = new Uri(worker.Urls.Single());

        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port, Stop);
        await using var stream = connection.GetStream();
        var head = string.Create(CultureInfo.InvariantCulture, $"POST /api/cases HTTP/1.1\r\nHost: {address.Authority}\r\nIdempotency-Key: large\r\nContent-Type: application/xml\r\nContent-Length: {Length}\r\nConnection: close\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Stop);
        await stream.WriteAsync(new byte[Length], Stop);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(Stop);

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("urn:tenderwatch:problem:too-large", answer, StringComparison.Ordinal);
    }
}
