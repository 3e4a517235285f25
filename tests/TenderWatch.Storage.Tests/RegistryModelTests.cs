using CsCheck;
using static TenderWatch.Storage.Tests.TestStorage;

namespace TenderWatch.Storage.Tests;

public sealed class RegistryModelTests
{
    private static readonly Gen<(int Notice, int[] Keys, bool OpenCase)[]> Links =
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 9].Array[1, 4], Gen.Bool).Array[1, 12];

    [Fact]
    public Task The_registry_groups_notices_as_the_keys_do_whatever_the_order() => Links.SampleAsync(
        async links =>
        {
            var registry = new Registry((await CreateAsync()).Account);
            foreach (var (notice, keys, openCase) in links)
            {
                await registry.LinkAsync(Record("n" + notice), Keys([.. keys.Select(key => "ted:" + key)]), openCase, CancellationToken.None);
            }

            var groups = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var notice in links.Select(link => "n" + link.Notice).Distinct(StringComparer.Ordinal))
                groups[notice] = (await registry.FindAsync(Record(notice).Key, CancellationToken.None))!.ProcurementId;
            var components = Components(links);
            foreach (var one in groups.Keys)
            {
                foreach (var other in groups.Keys) Assert.Equal(components[one] == components[other], groups[one] == groups[other]);
                var together = groups.Where(group => group.Value == groups[one]).Select(group => group.Key).Order(StringComparer.Ordinal);
                Assert.Equal(together, (await registry.NoticesOfAsync(groups[one], CancellationToken.None)).Select(notice => notice.Key.Id));
                var hasCase = links.Any(link => link.OpenCase && components["n" + link.Notice] == components[one]);
                Assert.Equal(hasCase, (await registry.FindProcurementAsync(groups[one], CancellationToken.None))!.HasCase);
            }
        },
        iter: 25,
        threads: 1);

    // Connected components, the slow and certain way.
    private static Dictionary<string, int> Components((int Notice, int[] Keys, bool OpenCase)[] links)
    {
        var label = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (notice, keys, _) in links)
        {
            label.TryAdd("n" + notice, label.Count);
            foreach (var key in keys) label.TryAdd("k" + key, label.Count);
        }

        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (notice, keys, _) in links)
            {
                var least = keys.Select(key => label["k" + key]).Append(label["n" + notice]).Min();
                foreach (var node in keys.Select(key => "k" + key).Append("n" + notice))
                {
                    changed |= label[node] != least;
                    label[node] = least;
                }
            }
        }

        return label;
    }
}
