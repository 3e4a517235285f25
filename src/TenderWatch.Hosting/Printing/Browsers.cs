using TenderWatch.Storage;

namespace TenderWatch.Hosting.Printing;

/// <summary>Finds the Chromium that prints dossiers.</summary>
internal static class Browsers
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge"];

    /// <summary>The program that the settings name, else the first one on the PATH; <see langword="null"/> for none.</summary>
    public static string? Find(EvidenceSettings settings)
    {
        if (settings.Browser == EvidenceSettings.NoBrowser) return null;
        if (!string.IsNullOrEmpty(settings.Browser)) return settings.Browser;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(_ => Names, (folder, name) => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .FirstOrDefault(File.Exists);
    }
}
