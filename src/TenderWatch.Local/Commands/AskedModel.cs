using System.Globalization;
using TenderWatch.Extraction.Model;
using TenderWatch.Hosting.Settings;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary>The model of the settings, for a command that may ask it, and what is told of it.</summary>
internal sealed class AskedModel(ModelSettings settings, FileModelRecords records, TimeProvider time) : IDisposable
{
    public ModelReader Reader { get; } = new(settings, records, time);

    /// <summary><see langword="null"/> where the settings are wrong or the model is off, which has been said.</summary>
    public static AskedModel? Create(FileInfo? file, DirectoryInfo data)
    {
        var loaded = SettingsLoader.Load(file, asksSources: false, out var faults);
        foreach (var fault in faults) Console.Error.WriteLine(fault);
        if (loaded is null) return null;
        if (!loaded.Extraction.Model.Enabled)
        {
            Console.Error.WriteLine("The model is off: no text leaves this machine. To ask one, set TenderWatch:Extraction:Model:Enabled, Endpoint and Deployment; see docs/settings.md.");
            return null;
        }

#pragma warning disable RS0030 // A command is a composition root.
        return new AskedModel(loaded.Extraction.Model, new FileModelRecords(Path.Combine(data.FullName, "model")), TimeProvider.System);
#pragma warning restore RS0030
    }

    public void Dispose() => Reader.Dispose();

    /// <summary>For JSON.</summary>
    public object Told(ModelReading read) => new
    {
        read.Extractor,
        read.Facts,
        read.Dropped,
        read.Faults,
        read.Usage,
        cost = read.Usage.Cost(settings) is { } cost ? new { amount = cost, currency = settings.Currency } : null,
        today = new { used = Today, limit = settings.TokensPerDay },
    };

    /// <summary>For a terminal.</summary>
    public void Write(Terminal terminal, ModelReading read)
    {
        var cost = read.Usage.Cost(settings) is { } money ? string.Create(CultureInfo.InvariantCulture, $", {settings.Currency} {money:0.0000}") : "";
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"  {read.Extractor}: {read.Usage.Requests} requests, {read.Usage.InputTokens} + {read.Usage.OutputTokens} tokens{cost}; today {Today} of {settings.TokensPerDay} tokens"));
        if (read.Dropped.Count > 0) terminal.Line("  dropped: " + string.Join(", ", read.Dropped.Select(reason => $"{reason.Key} {reason.Value}")));
        if (read.Faults.Count > 0) terminal.Line("  NOT ANSWERED: " + string.Join(", ", read.Faults));
    }

    private long Today => records.Used(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) is var used ? used.InputTokens + used.OutputTokens : 0;
}
