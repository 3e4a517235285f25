using CsCheck;
using TenderWatch.Core.Procurements;

namespace TenderWatch.Core.Tests.Procurements;

public sealed class ThreadingTests
{
    private static readonly Gen<Procurement[]> Several = Gen.Select(Gen.Int[0, 40], Gen.Bool).Array[1, 8].Select(some =>
        some.DistinctBy(one => one.Item1).Select(one => new Procurement($"p{one.Item1:D2}", one.Item2, [])).ToArray());

    private static readonly Gen<int[][]> Notices = Gen.Int[0, 12].Array[1, 4].Array[1, 12];

    [Fact]
    public void One_with_a_case_survives_and_of_equals_the_smallest_id()
    {
        Assert.Equal("b", Threading.Survivor([new("c", true, []), new("a", false, []), new("b", true, [])]).Id);
        Assert.Equal("a", Threading.Survivor([new("c", false, []), new("a", false, [])]).Id);
    }

    [Fact]
    public void The_survivor_does_not_depend_on_the_order() => Gen.Select(Several, Gen.Int).Sample((some, seed) =>
    {
        var shuffled = some.ToArray();
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(Threading.Survivor(some), Threading.Survivor(shuffled));
    });

    [Fact]
    public void Merging_at_once_or_one_by_one_ends_in_a_case_when_any_had_one_and_names_all() => Several.Sample(some =>
    {
        var atOnce = Threading.Merge(some, openCase: false);
        var oneByOne = some.Aggregate((merged, next) => Threading.Merge([merged, next], openCase: false));
        Assert.Equal((atOnce.Id, atOnce.HasCase), (oneByOne.Id, oneByOne.HasCase));
        Assert.Equal(atOnce.Merged, oneByOne.Merged);
        Assert.Equal(some.Any(one => one.HasCase), atOnce.HasCase);
        Assert.Equal(some.Select(one => one.Id).Order(StringComparer.Ordinal), atOnce.Merged.Append(atOnce.Id).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void The_order_of_linking_does_not_change_which_notices_belong_together() => Gen.Select(Notices, Gen.Int).Sample((notices, seed) =>
    {
        var order = Enumerable.Range(0, notices.Length).ToArray();
        new Random(seed).Shuffle(order);
        Assert.Equal(Partition(notices, Enumerable.Range(0, notices.Length)), Partition(notices, order));
    });

    // Links notice after notice as a registry does; gives for each notice the smallest notice that it belongs together with.
    private static int[] Partition(int[][] notices, IEnumerable<int> order)
    {
        var home = new Dictionary<int, string>();
        var procurements = new Dictionary<string, Procurement>(StringComparer.Ordinal);
        Procurement Resolve(string id) => procurements.Values.Single(one => one.Id == id || one.Merged.Contains(id));
        var first = new Dictionary<int, string>();
        foreach (var notice in order)
        {
            var same = notices[notice].Where(home.ContainsKey).Select(key => Resolve(home[key])).DistinctBy(one => one.Id).ToList();
            if (same.Count == 0) same.Add(new Procurement("p" + notice, notice % 3 == 0, []));
            var merged = Threading.Merge(same, openCase: notice % 5 == 0);
            foreach (var one in same) procurements.Remove(one.Id);
            procurements[merged.Id] = merged;
            foreach (var key in notices[notice]) home.TryAdd(key, merged.Id);
            first[notice] = merged.Id;
        }

        var ids = Enumerable.Range(0, notices.Length).Select(notice => Resolve(first[notice]).Id).ToArray();
        return [.. ids.Select(id => Array.IndexOf(ids, id))];
    }
}
