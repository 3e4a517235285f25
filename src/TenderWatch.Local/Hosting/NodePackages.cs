using System.Diagnostics;
using System.Globalization;
using TenderWatch.Core.Evidence;

namespace TenderWatch.Local.Hosting;

/// <summary>
/// Node.js and the packages that the scripts beside the program need. They are installed on first use, as <c>package-lock.json</c>
/// pins them, into a folder named by that file: another version never mixes with them, and several programs share them.
/// </summary>
internal sealed class NodePackages
{
    private const int OldestMajor = 18;
    private static readonly TimeSpan LongestInstallation = TimeSpan.FromMinutes(10);

    private readonly string _modules;

    private NodePackages(string modules) => _modules = modules;

    /// <summary>Finds Node.js, and installs the packages unless they are there.</summary>
    /// <param name="folder">Where installed packages are kept; <see langword="null"/> for the user's own folder for such data.</param>
    /// <param name="progress">Told what is going on, when it takes longer than a moment.</param>
    /// <param name="cancellationToken">Stops the installation.</param>
    /// <exception cref="UnavailableException">Node.js is missing or too old, or the packages cannot be installed.</exception>
    public static async Task<NodePackages> EnsureAsync(string? folder, Action<string>? progress, CancellationToken cancellationToken)
    {
        await CheckNodeAsync(cancellationToken);
        var lockFile = Path.Combine(Scripts, "package-lock.json");
        var version = Digest.Of(await File.ReadAllBytesAsync(lockFile, cancellationToken)).Hex[..16];
        folder ??= DefaultFolder();
        var installed = Path.Combine(folder, version);
        var modules = Path.Combine(installed, "node_modules");
        if (Directory.Exists(installed)) return new NodePackages(modules);

        Directory.CreateDirectory(folder);
        await using (await FileLock.TakeAsync(Path.Combine(folder, version + ".lock"), LongestInstallation, cancellationToken))
        {
            // Another program may have installed them meanwhile.
            if (!Directory.Exists(installed)) await InstallAsync(folder, installed, progress, cancellationToken);
        }

        return new NodePackages(modules);
    }

    /// <summary>How to start a script that lies beside the program.</summary>
    public ProcessStartInfo Script(string name, params IEnumerable<string> arguments) => new("node", [Path.Combine(Scripts, name), .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
        CreateNoWindow = true,
        Environment = { ["NODE_PATH"] = _modules },
    };

    // An account without a home, such as a service's, has no folder for data.
    private static string DefaultFolder()
    {
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        // Not the folder for temporary files, where another user of the machine could have put code before us.
        return data.Length > 0 ? Path.Combine(data, "tenderwatch", "node") : Path.GetFullPath(Path.Combine(".tenderwatch", "node"));
    }

    private static string Scripts => Path.Combine(AppContext.BaseDirectory, "node");

    private static async Task InstallAsync(string folder, string installed, Action<string>? progress, CancellationToken cancellationToken)
    {
        progress?.Invoke("Installing the Node.js packages of the local host (once; about 190 MB)");
        // Installed beside and renamed, so that the folder is either whole or absent.
        var beside = installed + ".partial";
        if (Directory.Exists(beside)) Directory.Delete(beside, recursive: true);
        Directory.CreateDirectory(beside);
        foreach (var file in new[] { "package.json", "package-lock.json" }) File.Copy(Path.Combine(Scripts, file), Path.Combine(beside, file));

        // npm is a script, which Windows runs only through its shell.
        string[] install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--omit=dev"];
        var (code, output) = OperatingSystem.IsWindows()
            ? await RunAsync("cmd.exe", ["/d", "/c", "npm", .. install], beside, cancellationToken)
            : await RunAsync("npm", install, beside, cancellationToken);
        if (code != 0)
            throw new UnavailableException($"npm could not install the packages of the local host (exit code {code}). Check that its registry can be reached, then start again. It said: {Tail(output)}");
        Directory.Move(beside, installed);
        progress?.Invoke("Installed the Node.js packages in " + folder);
    }

    private static async Task CheckNodeAsync(CancellationToken cancellationToken)
    {
        const string Remedy = "The local host runs its storage (Azurite) on Node.js 18 or later. Install it from https://nodejs.org, or set Storage:ConnectionString to storage that is there.";
        var (code, output) = await RunAsync("node", ["--version"], AppContext.BaseDirectory, cancellationToken);
        if (code != 0) throw new UnavailableException($"Node.js was not found on the PATH. {Remedy}");
        var version = output.Trim();
        var dot = version.IndexOf('.', StringComparison.Ordinal);
        if (dot < 2 || !int.TryParse(version.AsSpan(1, dot - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var major) || major < OldestMajor)
            throw new UnavailableException($"Node.js {version} is too old. {Remedy}");
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                CreateNoWindow = true,
            },
        };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (-1, missing.Message);
        }

        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string Tail(string output) => output.Trim() is { Length: > 1000 } text ? "…" + text[^1000..] : output.Trim();
}
