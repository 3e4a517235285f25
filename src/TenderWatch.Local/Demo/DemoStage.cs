using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TenderWatch.Core.Languages;
using TenderWatch.Core.Notices;
using TenderWatch.Core.Procurements;
using TenderWatch.Core.Reviews.Entries;
using TenderWatch.Hosting.Settings;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Output;
using TenderWatch.Notifications;
using TenderWatch.Sources;
using TenderWatch.Storage;
using TenderWatch.Web;

namespace TenderWatch.Local.Demo;

/// <summary>Everything a demonstration needs around the product: replayed sources, a mail server and a webhook that show what arrives, storage of its own.</summary>
internal sealed class DemoStage : IAsyncDisposable
{
    private static readonly LocalizedText Reconstruction = new(
        "Demonstratie. “DSMR6 E-meter” is een reconstructie uit openbare feiten met aannames (onder meer procedure, termijnen en BT-681), niet de oorspronkelijke publicatie; “Communicatiemodules voor slimme meters” is verzonnen.",
        "Demonstration. “DSMR6 E-meter” is a reconstruction from public facts with assumptions (procedure, deadlines and BT-681 among them), not the original publication; “Communicatiemodules voor slimme meters” is fictional.");

    private DemoStage(LocalHost host, ReplayServer replay, SmtpSink mail, WebhookSink webhook) => (Host, Replay, Mail, Webhook) = (host, replay, mail, webhook);

    public LocalHost Host { get; }

    public ReplayServer Replay { get; }

    public SmtpSink Mail { get; }

    public WebhookSink Webhook { get; }

    private const string StorageFolder = "azurite";
    private const string ArrivedFolder = "arrived";

    /// <summary>The folder of the samples.</summary>
    public static string Samples => Path.Combine(AppContext.BaseDirectory, "samples", "dsmr6");

    /// <summary>The days on which the samples were published, oldest first.</summary>
    public static IReadOnlyList<DateOnly> Days()
    {
        using var list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Samples, "tenderned", "list.json")));
        var days = list.RootElement.EnumerateArray().Select(item => DateOnly.ParseExact(item.GetProperty("publicatieDatum").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return [.. days.Distinct().Order()];
    }

    /// <summary>Deletes what earlier demonstrations left, and nothing else that may lie in the folder.</summary>
    public static void Forget(DirectoryInfo data)
    {
        foreach (var name in (string[])[StorageFolder, ArrivedFolder])
        {
            if (Path.Combine(data.FullName, name) is var folder && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }

    public static async Task<DemoStage> SetAsync(DirectoryInfo data, Terminal terminal, int port, CancellationToken cancellationToken)
    {
        var packages = await terminal.BusyAsync(tell => NodePackages.EnsureAsync(folder: null, tell, cancellationToken));
        var azurite = await AzuriteProcess.StartAsync(packages, Path.Combine(data.FullName, StorageFolder), new AzuritePorts(), cancellationToken);
        var arrived = Directory.CreateDirectory(Path.Combine(data.FullName, ArrivedFolder)).FullName;
        var mail = await SmtpSink.StartAsync(packages, "--folder", arrived);
        var webhook = await WebhookSink.StartAsync(arrived, cancellationToken);
        var replay = await ReplayServer.StartAsync(Samples, cancellationToken: cancellationToken);
        var settings = Settings(azurite.ConnectionString, replay, mail, webhook, port);
        var profiles = WatchSettings.LoadProfiles(settings.Watch.ProfilesInUse, out _);
        var host = await LocalHost.CreateAsync(settings, profiles, azurite, data, terminal, port, cancellationToken);
        return new DemoStage(host, replay, mail, webhook);
    }

    /// <summary>Enters into the case of the E-meter what an officer would: the statements of the sample.</summary>
    public async Task EnterStatementsAsync(CancellationToken cancellationToken)
    {
        if (await Host.Services.GetRequiredService<IRegistry>().FindAsync(new NoticeKey("tenderned", "990002"), cancellationToken) is not { } award) return;
        var content = await File.ReadAllBytesAsync(Path.Combine(Samples, "statements", "dsmr6.json"), cancellationToken);
        var outcome = await Host.Services.GetRequiredService<StatementEntry>().EnterAsync(award.ProcurementId, content, "demo@demo.invalid", cancellationToken);
        if (outcome.Fault is { } fault) throw new InvalidOperationException(fault.Sentence);
        await Host.Pipeline.SettleAsync(null, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Replay.DisposeAsync();
        await Webhook.DisposeAsync();
        await Mail.DisposeAsync();
    }

    // The one part of the settings that a demonstration takes from outside: whoever asks for telemetry wants to see it of this too.
    private static TelemetrySettings Telemetry() =>
        new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection($"{SettingsLoader.Root}:{nameof(TenderWatchSettings.Telemetry)}").Get<TelemetrySettings>() ?? new();

    private static TenderWatchSettings Settings(string storage, ReplayServer replay, SmtpSink mail, WebhookSink webhook, int port) => new()
    {
        Storage = new StorageSettings { ConnectionString = storage },
        // The pace is for other people's servers; this one is ours.
        Sources = new SourcesSettings
        {
            TenderNed = { BaseAddress = replay.TenderNed },
            Ted = { BaseAddress = replay.Ted, SearchAddress = replay.Ted },
            Mercell = { BaseAddress = replay.Mercell, SiteAddress = replay.Mercell, WrittenPermission = "demonstration: Mercell is replayed on this machine and not asked" },
            MinimumInterval = TimeSpan.Zero,
        },
        Notifications = new NotificationSettings
        {
            Smtp = new SmtpSettings { Host = "127.0.0.1", Port = mail.Port, Security = SmtpSecurity.None },
            From = "TenderWatch <tenderwatch@demo.invalid>",
            Recipients = [new MailRecipient { Email = "inkoop@demo.invalid", Language = Language.Nl }],
            Teams = [new TeamsTarget { Name = "Procurement", Webhook = webhook.Address.AbsoluteUri, Language = Language.En }],
            PublicBaseUrl = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
            Banner = Reconstruction,
            AllowLoopback = true,
        },
        Web = new WebSettings { Banner = Reconstruction },
        Telemetry = Telemetry(),
    };
}
