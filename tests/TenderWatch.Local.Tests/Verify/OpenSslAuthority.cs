using System.Diagnostics;
using TenderWatch.Testing.Stamps;

namespace TenderWatch.Local.Tests.Verify;

/// <summary>An authority made of OpenSSL's commands behind a local server: somebody else's reading of RFC 3161.</summary>
internal sealed class OpenSslAuthority : IAsyncDisposable
{
    private const string Configuration = """
        [tsa]
        default_tsa = one
        [one]
        serial = serial
        signer_cert = signer.pem
        signer_key = signer.key
        signer_digest = sha256
        default_policy = 1.3.6.1.4.1.99999.2
        digests = sha256
        accuracy = secs:1
        ess_cert_id_chain = no
        ess_cert_id_alg = sha256
        [signer]
        basicConstraints = critical,CA:FALSE
        keyUsage = critical,digitalSignature
        extendedKeyUsage = critical,timeStamping
        [root]
        basicConstraints = critical,CA:TRUE
        keyUsage = critical,keyCertSign
        [req]
        distinguished_name = name
        [name]
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("tenderwatch-tsa-").FullName;
    private TestAuthority? _authority;

    public Uri Address => _authority!.Address;

    public string RootsFile => Path.Combine(_folder, "root.pem");

    public static async Task<OpenSslAuthority> StartAsync()
    {
        var made = new OpenSslAuthority();
        await File.WriteAllTextAsync(Path.Combine(made._folder, "tsa.cnf"), Configuration);
        await File.WriteAllTextAsync(Path.Combine(made._folder, "serial"), "01\n");
        await made.RunAsync("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "root.key", "-out", "root.pem", "-subj", "/CN=Root of the test", "-days", "30", "-config", "tsa.cnf", "-extensions", "root");
        await made.RunAsync("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "signer.key", "-out", "signer.csr", "-subj", "/CN=Authority of the test", "-config", "tsa.cnf");
        await made.RunAsync("x509", "-req", "-in", "signer.csr", "-CA", "root.pem", "-CAkey", "root.key", "-set_serial", "2", "-days", "30", "-out", "signer.pem", "-extfile", "tsa.cnf", "-extensions", "signer");
        made._authority = await TestAuthority.StartAsync(await File.ReadAllTextAsync(made.RootsFile), async query =>
        {
            await File.WriteAllBytesAsync(Path.Combine(made._folder, "query.tsq"), query);
            await made.RunAsync("ts", "-reply", "-queryfile", "query.tsq", "-config", "tsa.cnf", "-out", "reply.tsr");
            return await File.ReadAllBytesAsync(Path.Combine(made._folder, "reply.tsr"));
        });
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        if (_authority is not null) await _authority.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = _folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, string.Join(' ', arguments) + ": " + await output + await error);
    }
}
