using CsCheck;
using TenderWatch.Core.Evidence;
using TenderWatch.Core.Evidence.Checkpoints;

namespace TenderWatch.Core.Tests.Evidence;

public class MerkleTests
{
    // The leaves and roots that implementations of RFC 6962 share as their test vector.
    private static readonly string[] Vector = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly Gen<(int First, int Second)> Sizes = Gen.Int[1, 70].SelectMany(second => Gen.Int[1, second].Select(first => (first, second)));

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void Roots_are_those_of_RFC_6962(int size, string root)
    {
        var tree = new MerkleRange();
        foreach (var leaf in Vector.Take(size)) tree.Append(MerkleHash.Leaf(Convert.FromHexString(leaf)));
        Assert.Equal(root, tree.Root.Hex);
    }

    [Fact]
    public void A_tree_grows_on_from_its_subtrees_alone() => Gen.Int[0, 300].Sample(size =>
    {
        var whole = Tree(size);
        var resumed = new MerkleRange(whole.Size, whole.Subtrees);
        whole.Append(Leaf(size));
        resumed.Append(Leaf(size));
        Assert.Equal(whole.Root, resumed.Root);
        Assert.Equal(whole.Subtrees, resumed.Subtrees);
    });

    [Fact]
    public async Task Every_leaf_of_every_tree_is_proved_and_no_other()
    {
        for (var size = 1; size <= 40; size++)
        {
            var root = Tree(size).Root;
            for (var index = 0; index < size; index++)
            {
                var path = await MerkleProofs.InclusionAsync(index, size, Leaves(), CancellationToken.None);
                Assert.True(MerkleVerification.IsIncluded(Leaf(index), index, size, path, root));
                Assert.False(MerkleVerification.IsIncluded(Leaf(index + 1), index, size, path, root));
                Assert.False(MerkleVerification.IsIncluded(Leaf(index), index == 0 ? size : index - 1, size, path, root));
                Assert.False(MerkleVerification.IsIncluded(Leaf(index), index, size, [.. path, root], root));
                if (path.Count > 0) Assert.False(MerkleVerification.IsIncluded(Leaf(index), index, size, [.. path.Skip(1)], root));
            }
        }
    }

    [Fact]
    public Task A_tree_is_proved_to_be_the_beginning_of_a_larger_one_and_no_other_is() => Sizes.SampleAsync(async sizes =>
    {
        var (first, second) = sizes;
        var proof = await MerkleProofs.ConsistencyAsync(first, second, Leaves(), CancellationToken.None);
        Assert.True(MerkleVerification.IsConsistent(first, Tree(first).Root, second, Tree(second).Root, proof));
        Assert.False(MerkleVerification.IsConsistent(first, Leaf(first), second, Tree(second).Root, proof));
        Assert.False(MerkleVerification.IsConsistent(first, Tree(first).Root, second, Leaf(second), proof));
        for (var i = 0; i < proof.Count; i++)
        {
            var wrong = proof.ToArray();
            wrong[i] = Leaf(999);
            Assert.False(MerkleVerification.IsConsistent(first, Tree(first).Root, second, Tree(second).Root, wrong));
        }
    });

    private static MerkleRange Tree(int size)
    {
        var tree = new MerkleRange();
        for (var i = 0; i < size; i++) tree.Append(Leaf(i));
        return tree;
    }

    private static Digest Leaf(int index) => MerkleHash.Leaf(BitConverter.GetBytes(index));

    // More than any tree here has: a proof takes the leaves of its tree alone.
    private static IAsyncEnumerable<Digest> Leaves() => Enumerable.Range(0, 80).Select(Leaf).ToAsyncEnumerable();
}
