using DurableTask.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TenderWatch.Functions.Tests.Durable;

/// <summary>One process on a task hub: Durable Task's test host, with a hub that outlives it, on a free port.</summary>
internal static class DurableProcess
{
    public static async Task<DurableTaskTestHost> StartAsync(TaskHub hub, ShiftedTime time, Action<DurableTaskRegistry> tasks, CancellationToken cancellationToken)
    {
        var server = WebApplication.CreateSlimBuilder();
        server.Logging.ClearProviders();
        server.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        server.Services.AddSingleton<IOrchestrationService>(hub).AddSingleton<IOrchestrationServiceClient>(hub).AddSingleton(time).AddSingleton<ShiftedServer>().AddGrpc();
        var sidecar = server.Build();
        sidecar.MapGrpcService<ShiftedServer>();
        await sidecar.StartAsync(cancellationToken);

        var channel = GrpcChannel.ForAddress(sidecar.Urls.Single());
        var worker = new HostBuilder().ConfigureServices(services =>
        {
            services.AddLogging();
            services.AddDurableTaskWorker(builder => builder.UseGrpc(channel).AddTasks(tasks));
            services.AddDurableTaskClient(builder => builder.UseGrpc(channel).RegisterDirectly());
        }).Build();
        await worker.StartAsync(cancellationToken);
        return new DurableTaskTestHost(sidecar, worker, channel, worker.Services.GetRequiredService<DurableTaskClient>());
    }
}
