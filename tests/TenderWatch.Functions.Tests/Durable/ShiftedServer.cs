using DurableTask.Core;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.DurableTask.Protobuf;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TenderWatch.Functions.Tests.Durable;

/// <summary>Durable Task's test server, which stamps what happens with the system's time. What it hands to the worker has the time of the test.</summary>
internal sealed class ShiftedServer(
    IHostApplicationLifetime lifetime, ILoggerFactory loggers, IOrchestrationService service, IOrchestrationServiceClient client, IOptions<TaskHubGrpcServerOptions> options, ShiftedTime time)
    : TaskHubGrpcServer(lifetime, loggers, service, client, options)
{
    public override Task GetWorkItems(GetWorkItemsRequest request, IServerStreamWriter<WorkItem> responseStream, ServerCallContext context) =>
        base.GetWorkItems(request, new Shifting(responseStream, time), context);

    private sealed class Shifting(IServerStreamWriter<WorkItem> worker, ShiftedTime time) : IServerStreamWriter<WorkItem>
    {
        public WriteOptions? WriteOptions
        {
            get => worker.WriteOptions;
            set => worker.WriteOptions = value;
        }

        public Task WriteAsync(WorkItem message)
        {
            foreach (var each in message.OrchestratorRequest is { } turn ? turn.PastEvents.Concat(turn.NewEvents) : [])
                each.Timestamp = Timestamp.FromDateTimeOffset(time.Shifted(each.Timestamp.ToDateTimeOffset()));
            return worker.WriteAsync(message);
        }
    }
}
