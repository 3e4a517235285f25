using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TenderWatch.Functions;
using TenderWatch.Hosting;
using TenderWatch.Hosting.Settings;
using TenderWatch.Storage;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
if (SettingsLoader.Load(builder.Configuration, FunctionsServices.IsForThisMachine, out var faults) is not { } settings)
{
    foreach (var fault in faults) await Console.Error.WriteLineAsync(fault);
    return 2;
}

builder.Services.AddTenderWatchFunctions(settings);
using var app = builder.Build();
try
{
    await app.Services.GetRequiredService<StorageInitializer>().InitializeAsync(CancellationToken.None);
}
catch (Exception fault) when (StorageFaults.Of(fault) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 3;
}

await app.RunAsync();
return 0;
