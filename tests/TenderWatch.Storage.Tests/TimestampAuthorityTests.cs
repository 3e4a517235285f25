using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Timestamps;
using TenderWatch.Testing.Stamps;
using static TenderWatch.Storage.Tests.TestStorage;

namespace TenderWatch.Storage.Tests;

/// <summary>An authority is somebody else's server: whatever it answers ends in a time stamp that holds, or in a reason.</summary>
public sealed class TimestampAuthorityTests : IDisposable
{
    private static readonly Digest Stamped = Digest.Of("a checkpoint");

    private readonly TestStamps _stamps = new();
    private readonly FakeTimeProvider _time = new(Noon);

    public void Dispose() => _stamps.Dispose();

    [Fact]
    public async Task A_time_stamp_that_holds_is_given_with_its_time()
    {
        await using var authority = await TestAuthority.StartAsync(_stamps, _time);
        var answer = await AskAsync(authority.Address, TestStamps.Policy);
        Assert.Null(answer.Fault);
        Assert.Equal(Noon, answer.At);
        Assert.Null(Timestamp.Read(answer.Token!)!.Check(Stamped, Noon, Noon, TimestampTrust.Parse(_stamps.RootPem)));
    }

    [Fact]
    public Task Another_nonce() => RefusesAsync("wrong-nonce", request => _stamps.Token(request.GetMessageHash(), Noon, new byte[] { 0x41, 2, 3 }));

    [Fact]
    public Task No_nonce() => RefusesAsync("wrong-nonce", request => _stamps.Token(request.GetMessageHash(), Noon));

    [Fact]
    public Task Something_else_stamped() => RefusesAsync("wrong-imprint", request => _stamps.Token(SHA256.HashData([1]), Noon, request.GetNonce()));

    [Fact]
    public Task Another_policy() => RefusesAsync("wrong-policy", request => _stamps.Token(request.GetMessageHash(), Noon, request.GetNonce(), "1.2.3.4"), TestStamps.Policy);

    [Fact]
    public Task A_certificate_that_was_no_longer_valid() => RefusesAsync("expired", By(_stamps.Certificate(Noon.AddYears(-2), Noon.AddYears(-1))));

    [Fact]
    public Task A_certificate_without_a_purpose() => RefusesAsync("wrong-purpose", By(_stamps.Certificate(Noon.AddYears(-2), Noon.AddYears(2), purpose: null)));

    [Fact]
    public Task A_certificate_for_servers() => RefusesAsync("wrong-purpose", By(_stamps.Certificate(Noon.AddYears(-2), Noon.AddYears(2), purpose: "1.3.6.1.5.5.7.3.1")));

    [Fact]
    public Task A_purpose_that_is_not_critical() => RefusesAsync("wrong-purpose", By(_stamps.Certificate(Noon.AddYears(-2), Noon.AddYears(2), critical: false)));

    [Fact]
    public Task A_time_before_the_checkpoint() => RefusesAsync("wrong-time", request => _stamps.Token(request.GetMessageHash(), Noon.AddMinutes(-6), request.GetNonce()));

    [Fact]
    public Task A_time_of_the_future() => RefusesAsync("wrong-time", request => _stamps.Token(request.GetMessageHash(), Noon.AddMinutes(6), request.GetNonce()));

    [Fact]
    public Task A_token_that_is_none() => RefusesAsync("not-a-token", _ => [0x30, 0x03, 0x02, 0x01, 0x05]);

    [Fact]
    public async Task An_authority_under_another_root()
    {
        using var other = new TestStamps();
        await RefusesAsync("untrusted", request => other.Token(request.GetMessageHash(), Noon, request.GetNonce()));
    }

    [Fact]
    public Task A_signature_over_something_else() => RefusesAsync("unsigned", request =>
    {
        var token = _stamps.Token(request.GetMessageHash(), Noon, request.GetNonce());
        token[^1] ^= 1;
        return token;
    });

    [Theory]
    [InlineData("garbage", "not-a-response")]
    [InlineData("", "not-a-response")]
    public Task What_is_no_response(string text, string code) => AnswersAsync(code, _ => System.Text.Encoding.ASCII.GetBytes(text));

    [Fact]
    public Task Ten_megabytes() => AnswersAsync("too-large", _ => new byte[10 * 1024 * 1024]);

    [Fact]
    public Task A_server_that_is_ill() => AnswersAsync("http-status", _ => null);

    [Fact]
    public async Task A_refusal_is_told_with_its_reason_on_one_line()
    {
        await using var authority = await TestAuthority.StartAsync(_stamps.RootPem, _ => Task.FromResult<byte[]?>(TestStamps.Refused("out of\nink")));
        var fault = (await AskAsync(authority.Address)).Fault!;
        Assert.Equal(("refused", "The authority refuses (status 2): out of ink"), (fault.Code, fault.What.En));
    }

    [Fact]
    public async Task A_response_that_claims_to_grant_and_has_no_token()
    {
        await using var authority = await TestAuthority.StartAsync(_stamps.RootPem, _ => Task.FromResult<byte[]?>([0x30, 0x05, 0x30, 0x03, 0x02, 0x01, 0x00]));
        Assert.Equal("refused", (await AskAsync(authority.Address)).Fault!.Code);
    }

    [Fact]
    public async Task Nobody_there()
    {
        Uri address;
        await using (var authority = await TestAuthority.StartAsync(_stamps, _time)) address = authority.Address;
        Assert.Equal("unreachable", (await AskAsync(address)).Fault!.Code);
    }

    [Fact]
    public async Task Somebody_who_never_answers()
    {
        var asked = new TaskCompletionSource();
        var end = new TaskCompletionSource<byte[]?>();
        await using var authority = await TestAuthority.StartAsync(_stamps.RootPem, _ =>
        {
            asked.SetResult();
            return end.Task;
        });
        var answer = AskAsync(authority.Address);
        await asked.Task;
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("timeout", (await answer).Fault!.Code);
        end.SetResult(null);
    }

    [Fact]
    public async Task Every_changed_byte_of_an_answer_ends_in_a_time_stamp_that_holds_or_in_a_reason()
    {
        // The nonce is of the request, so that a good answer is made for each.
        var at = 0;
        await using var authority = await TestAuthority.StartAsync(_stamps.RootPem, query =>
        {
            Rfc3161TimestampRequest.TryDecode(query, out var request, out _);
            var answer = TestStamps.Granted(_stamps.Token(request!.GetMessageHash(), Noon, request.GetNonce()));
            answer[at % answer.Length] ^= 0x55;
            return Task.FromResult<byte[]?>(answer);
        });
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (at = 0; at < 900; at += 3)
        {
            var answer = await AskAsync(authority.Address);
            Assert.True(answer.Token is null ^ answer.Fault is null);
            codes.Add(answer.Fault?.Code ?? "holds");
        }

        Assert.Superset(new HashSet<string>(["not-a-response", "not-a-token", "wrong-imprint", "wrong-nonce", "unsigned"], StringComparer.Ordinal), codes);
    }

    private Func<Rfc3161TimestampRequest, byte[]> By(X509Certificate2 signer) => request => _stamps.Token(request.GetMessageHash(), Noon, request.GetNonce(), signer: signer);

    private Task RefusesAsync(string code, Func<Rfc3161TimestampRequest, byte[]> token, string? policy = null) =>
        AnswersAsync(code, request => TestStamps.Granted(token(request)), policy);

    private async Task AnswersAsync(string code, Func<Rfc3161TimestampRequest, byte[]?> answer, string? policy = null)
    {
        await using var authority = await TestAuthority.StartAsync(_stamps.RootPem, query =>
        {
            Assert.True(Rfc3161TimestampRequest.TryDecode(query, out var request, out _));
            Assert.True(request!.RequestSignerCertificate);
            return Task.FromResult(answer(request));
        });
        var given = await AskAsync(authority.Address, policy);
        Assert.Null(given.Token);
        Assert.Equal(code, given.Fault!.Code);
        Assert.NotEqual(given.Fault.What.Nl, given.Fault.What.En);
    }

    private async Task<TimestampAnswer> AskAsync(Uri address, string? policy = null)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_time)
            .AddTenderWatchCheckpoints(new EvidenceSettings { SigningKeyFile = "key.pem", TimestampAuthority = address.AbsoluteUri, TimestampRoots = _stamps.RootPem, TimestampPolicy = policy })
            .BuildServiceProvider();
        return await services.GetRequiredService<ITimestampAuthority>().StampAsync(Stamped, Noon, CancellationToken.None);
    }
}
