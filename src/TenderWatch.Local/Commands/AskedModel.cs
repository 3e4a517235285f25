using System.Globalization;
using TenderWatch.Core.Texts;
using TenderWatch.Extraction.Explanations;
using TenderWatch.Extraction.Model;
using TenderWatch.Extraction.Summaries;
using TenderWatch.Hosting.Settings;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary>The model of the settings, for a command that may ask it, and what is told of it.</summary>
internal sealed class AskedModel(ModelSettings settings, FileModelRecords records, TimeProvider time) : IDisposable
{
    public ModelReader Reader { get; } = new(settings, records, time);

    public ExplanationModel Explanations { get; } = new(settings, records, time);

    public SummaryModel Summaries { get; } = new(settings, records, time);

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

    /// <summary>One that may read what is confidential too; <see langword="null"/> where it may not, which has been said.</summary>
    public static AskedModel? Confidential(FileInfo? file, DirectoryInfo data)
    {
        if (Create(file, data) is not { } model) return null;
        if (model.IsConfidential) return model;
        Console.Error.WriteLine("The model may not read what is confidential: nothing of the explanation leaves this machine. To let it, set TenderWatch:Extraction:Model:Confidential; see docs/settings.md.");
        model.Dispose();
        return null;
    }

    public void Dispose()
    {
        Reader.Dispose();
        Explanations.Dispose();
        Summaries.Dispose();
    }

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
    public void Write(Terminal terminal, ModelReading read) => Write(terminal, read.Extractor, read.Usage, read.Dropped, read.Faults);

    /// <summary>For a terminal.</summary>
    public void Write(Terminal terminal, string extractor, ModelUsage usage, IReadOnlyDictionary<string, int> dropped, IReadOnlyList<string> faults)
    {
        var cost = usage.Cost(settings) is { } money ? string.Create(CultureInfo.InvariantCulture, $", {settings.Currency} {money:0.0000}") : "";
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"  {extractor}: {usage.Requests} requests, {usage.InputTokens} + {usage.OutputTokens} tokens{cost}; today {Today} of {settings.TokensPerDay} tokens"));
        if (dropped.Count > 0) terminal.Line("  dropped: " + string.Join(", ", dropped.Select(reason => $"{reason.Key} {reason.Value}")));
        if (faults.Count > 0) terminal.Line("  NOT ANSWERED: " + string.Join(", ", faults));
    }

    private bool IsConfidential => settings.Confidential;

    private long Today => records.Used(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) is var used ? used.InputTokens + used.OutputTokens : 0;
}
