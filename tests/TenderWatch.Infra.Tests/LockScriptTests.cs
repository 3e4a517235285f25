using System.Diagnostics;
using TenderWatch.Testing;

namespace TenderWatch.Infra.Tests;

/// <summary><c>infra/lock-evidence.sh</c>, with an <c>az</c> that keeps the policies of four containers in files.</summary>
public sealed class LockScriptTests : IDisposable
{
    // Each policy is a file: state, days and etag. Locking wants the etag, and a locked one can only become longer, as Azure has it.
    private const string Az = """
        #!/bin/sh
        set -eu
        [ "$1 $2 $3" = "storage container immutability-policy" ] || exit 64
        verb=$4; shift 4
        while [ $# -gt 0 ]; do
          case $1 in
            --account-name) account=$2 ;; --container-name) container=$2 ;; --resource-group) group=$2 ;;
            --period) period=$2 ;; --if-match) match=$2 ;; --query) query=$2 ;; --output) ;; --allow-protected-append-writes) [ "$2" = false ] || exit 65 ;;
            *) exit 66 ;;
          esac
          shift 2
        done
        [ "$account" = twproof1 ] && [ "$group" = rg ] || exit 67
        file="$STORE/$container"
        [ -f "$file" ] || printf 'Unlocked 0 none\n' > "$file"
        read -r state days etag < "$file"
        echo "$verb $container" >> "$STORE/../calls"
        case $verb in
          show) case $query in state) echo "$state" ;; etag) echo "$etag" ;; *) echo "$days" ;; esac ;;
          create) [ "$state" = Unlocked ] || { echo "locked" >&2; exit 1; }; printf 'Unlocked %s e1\n' "$period" > "$file" ;;
          lock) [ "$match" = "$etag" ] && [ "$days" != 0 ] || { echo "no policy, or another etag" >&2; exit 1; }; printf 'Locked %s e2\n' "$days" > "$file" ;;
          extend) [ "$state" = Locked ] && [ "$match" = "$etag" ] && [ "$period" -gt "$days" ] || exit 1; printf 'Locked %s e3\n' "$period" > "$file" ;;
          *) exit 68 ;;
        esac
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tenderwatch-lock-");

    public LockScriptTests() => Directory.CreateDirectory(Store);

    private string Store => Path.Combine(_folder.FullName, "store");

    private string Calls => Path.Combine(_folder.FullName, "calls");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_container_is_locked_whether_it_had_a_policy_or_not()
    {
        Has("evidence-public", "Unlocked 3653 e0");
        Has("evidence-confidential", "Unlocked 10 e0");
        Assert.Equal(0, await RunAsync());
        Assert.All(new[] { "evidence-public", "evidence-confidential", "ledger" }, container => Assert.StartsWith("Locked 3653", Is(container), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_changed_a_second_time()
    {
        Assert.Equal(0, await RunAsync());
        await File.WriteAllTextAsync(Calls, "");
        Assert.Equal(0, await RunAsync());
        Assert.All(await File.ReadAllLinesAsync(Calls), call => Assert.StartsWith("show ", call, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_locked_period_becomes_longer_with_the_parameter_and_never_shorter()
    {
        Has("evidence-public", "Locked 100 e0");
        Has("ledger", "Locked 9999 e0");
        Assert.Equal(0, await RunAsync());
        Assert.StartsWith("Locked 3653", Is("evidence-public"), StringComparison.Ordinal);
        Assert.StartsWith("Locked 9999", Is("ledger"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_parameter_nothing_is_asked()
    {
        Assert.Equal(0, await RunAsync(locked: "false"));
        Assert.False(File.Exists(Calls));
    }

    [Fact]
    public async Task A_lock_that_is_refused_fails_the_provisioning()
    {
        Assert.NotEqual(0, await RunAsync(az: Az.Replace("lock) ", "lock) exit 1; ", StringComparison.Ordinal)));
    }

    private void Has(string container, string policy) => File.WriteAllText(Path.Combine(Store, container), policy + "\n");

    private string Is(string container) => File.ReadAllText(Path.Combine(Store, container));

    private async Task<int> RunAsync(string locked = "true", string az = Az)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The script is for a POSIX shell.");
            return 0;
        }

        var program = Path.Combine(_folder.FullName, "az");
        await File.WriteAllTextAsync(program, az.ReplaceLineEndings("\n"));
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo("sh", [Path.Combine(SharedData.Repository, "infra", "lock-evidence.sh")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PATH"] = _folder.FullName + ":" + Environment.GetEnvironmentVariable("PATH"),
                ["STORE"] = Store,
                ["AZURE_RESOURCE_GROUP"] = "rg",
                ["TENDERWATCH_EVIDENCE_LOCKED"] = locked,
                ["TENDERWATCH_EVIDENCE_ACCOUNT"] = "twproof1",
                ["TENDERWATCH_EVIDENCE_CONTAINERS"] = "evidence-public evidence-confidential ledger",
                ["TENDERWATCH_EVIDENCE_RETENTION_DAYS"] = "3653",
                ["TENDERWATCH_CONFIDENTIAL_RETENTION_DAYS"] = "3653",
            },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await Task.WhenAll(output, error);
        return process.ExitCode;
    }
}
