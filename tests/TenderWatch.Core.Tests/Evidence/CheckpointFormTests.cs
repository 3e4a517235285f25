using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Core.Tests.Evidence;

public sealed class CheckpointFormTests : IDisposable
{
    private static readonly Digest Root = Digest.Of("root");
    private static readonly Checkpoint First = new(1, new DateTimeOffset(2026, 3, 2, 13, 0, 0, TimeSpan.FromHours(1)), default, 1, Root, [Root], 1, Digest.Of("leaves"));

    private readonly ECDsa _pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _pair.Dispose();

    [Fact]
    public void The_thumbprint_of_a_key_is_that_of_RFC_7638()
    {
        // The P-256 key of RFC 7517 appendix A.1; its thumbprint was computed with another implementation.
        var key = SigningKey.Parse("""{"crv":"P-256","kty":"EC","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}"""u8.ToArray());
        Assert.Equal("cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s", key.Id);
    }

    [Theory]
    [InlineData("""{"crv":"P-256","kty":"EC","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4"}""")]
    [InlineData("""{"crv":"P-384","kty":"EC","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}""")]
    [InlineData("""{"crv":"P-256","kty":"EC","x":"MKBC","y":"4Etl"}""")]
    [InlineData("""{"kty":"RSA","n":"AQAB","e":"AQAB"}""")]
    [InlineData("""[]""")]
    [InlineData("""{"x":null,"y":null}""")]
    public void What_is_no_P256_key_is_refused(string jwk) => Assert.Throws<FormatException>(() => SigningKey.Parse(Encoding.UTF8.GetBytes(jwk)));

    [Fact]
    public async Task A_checkpoint_is_read_back_and_its_signature_holds()
    {
        var signed = await SignedCheckpoint.SignAsync(First, new Signer(_pair), CancellationToken.None);
        var read = SignedCheckpoint.Parse(signed.ToBytes());
        Assert.Equal(First.ToBytes(), read.Checkpoint.ToBytes());
        Assert.True(read.IsSignedBy(SigningKey.Of(_pair)));
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.False(read.IsSignedBy(SigningKey.Of(other)));
    }

    [Fact]
    public async Task A_signed_checkpoint_is_a_JWS_that_names_algorithm_and_key()
    {
        var signed = await SignedCheckpoint.SignAsync(First, new Signer(_pair), CancellationToken.None);
        using var document = JsonDocument.Parse(signed.ToBytes());
        var text = document.RootElement;
        Assert.Equal(["payload", "protected", "signature"], text.EnumerateObject().Select(member => member.Name));
        var header = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(text.GetProperty("protected").GetString()));
        Assert.Equal($$"""{"alg":"ES256","kid":"{{SigningKey.Of(_pair).Id}}","typ":"tenderwatch-checkpoint+json"}""", header);
        var input = Encoding.ASCII.GetBytes($"{text.GetProperty("protected").GetString()}.{text.GetProperty("payload").GetString()}");
        Assert.True(_pair.VerifyData(input, System.Buffers.Text.Base64Url.DecodeFromChars(text.GetProperty("signature").GetString()), HashAlgorithmName.SHA256));
    }

    [Fact]
    public async Task Any_changed_bit_is_refused_or_breaks_the_signature()
    {
        var bytes = (await SignedCheckpoint.SignAsync(First, new Signer(_pair), CancellationToken.None)).ToBytes();
        var key = SigningKey.Of(_pair);
        for (var at = 0; at < bytes.Length; at++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var changed = (byte[])bytes.Clone();
                changed[at] ^= (byte)(1 << bit);
                Assert.False(Holds(changed, key), $"byte {at}, bit {bit}");
            }
        }
    }

    [Fact]
    public void A_tree_that_does_not_give_its_root_does_not_grow_on() =>
        Assert.Throws<FormatException>(() => (First with { Subtrees = [Digest.Of("other")] }).Tree());

    private static bool Holds(byte[] bytes, SigningKey key)
    {
        try
        {
            return SignedCheckpoint.Parse(bytes).IsSignedBy(key);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private sealed class Signer(ECDsa pair) : ICheckpointSigner
    {
        public Task<SigningKey> KeyAsync(CancellationToken cancellationToken) => Task.FromResult(SigningKey.Of(pair));

        public Task<byte[]> SignAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken) => Task.FromResult(pair.SignData(input.Span, HashAlgorithmName.SHA256));
    }
}
