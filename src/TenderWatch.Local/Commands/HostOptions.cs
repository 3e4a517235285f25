using System.CommandLine;
using TenderWatch.Hosting.Settings;
using TenderWatch.Local.Hosting;
using TenderWatch.Local.Output;

namespace TenderWatch.Local.Commands;

/// <summary>The options of every command that works on the stored cases, and the host they lead to.</summary>
internal sealed class HostOptions
{
    private readonly Option<FileInfo?> _settings = new("--settings") { Description = "Settings file [default: local.settings.json in this folder, if there is one]", HelpName = "file" };

    private readonly Option<DirectoryInfo> _data = new("--data")
    {
        Description = "Folder in which the development storage (Azurite) keeps everything",
        HelpName = "folder",
        DefaultValueFactory = _ => new DirectoryInfo(".tenderwatch"),
    };

    private readonly Option<bool> _json = new("--json") { Description = "JSON on standard output; everything else goes to standard error" };

    /// <param name="command">The command.</param>
    /// <param name="json">Whether it has a result that can be printed as JSON.</param>
    public void AddTo(Command command, bool json = true)
    {
        command.Add(_settings);
        command.Add(_data);
        if (json) command.Add(_json);
    }

    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    public Terminal Terminal(ParseResult parsed) => Output.Terminal.For(IsJson(parsed));

    private DirectoryInfo Data(ParseResult parsed) => parsed.GetRequiredValue(_data);

    private TenderWatchSettings? Settings(ParseResult parsed, bool asksSources)
    {
        var settings = SettingsLoader.Load(parsed.GetValue(_settings), asksSources, out var faults);
        foreach (var fault in faults) Console.Error.WriteLine(fault);
        return settings;
    }

    /// <summary>The host over the configured storage; <see langword="null"/> when the settings or profiles are wrong, which has been said.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="terminal">Where progress is told.</param>
    /// <param name="profiles">Profiles beside those of the settings, by name or file.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    /// <param name="watchOn">The port of the pages, for a command that watches and serves; else <see langword="null"/>.</param>
    /// <param name="asksSources">Whether the command asks a source, and so needs to say whom they can reach.</param>
    public async Task<LocalHost?> CreateHostAsync(ParseResult parsed, Terminal terminal, IReadOnlyList<string> profiles, CancellationToken cancellationToken, int? watchOn = null, bool asksSources = false)
    {
        if (Settings(parsed, asksSources || watchOn is not null) is not { } settings) return null;
        var loaded = WatchSettings.LoadProfiles([.. settings.Watch.ProfilesInUse, .. profiles], out var faults);
        foreach (var fault in faults) Console.Error.WriteLine($"--profile{fault.Name["Watch:Profiles".Length..]} is '{fault.Value}'; allowed: {fault.Allowed}.");
        return faults.Count > 0 ? null : await LocalHost.CreateAsync(settings, loaded, null, Data(parsed), terminal, watchOn ?? 0, cancellationToken);
    }
}
