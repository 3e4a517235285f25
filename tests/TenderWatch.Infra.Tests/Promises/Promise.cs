namespace TenderWatch.Infra.Tests.Promises;

/// <summary>Something that holds of every deployment.</summary>
/// <param name="Name">What is promised.</param>
/// <param name="Broken">Whatever breaks it, each naming the resource.</param>
internal sealed record Promise(string Name, Func<Deployment, IEnumerable<string>> Broken)
{
    /// <summary>All promises.</summary>
    public static IReadOnlyList<Promise> All => [.. StoragePromises.All, .. RightsPromises.All, .. SecretPromises.All, .. ServicePromises.All, .. NetworkPromises.All, .. SettingPromises.All, .. AlertPromises.All];

    public override string ToString() => Name;

    /// <summary>That values within all resources of a type are as promised.</summary>
    public static Func<Deployment, IEnumerable<string>> Every(string type, params (string Path, object Value)[] expected) => deployment =>
    {
        var resources = deployment.Of(type).ToList();
        // A promise about nothing would always hold.
        return resources.Count == 0
            ? [$"there is no {type}"]
            : resources.SelectMany(resource => expected.Where(one => !resource.Has(one.Path, one.Value)).Select(one => $"{resource.Title}: {one.Path} is '{resource.Text(one.Path)}', not '{one.Value}'"));
    };
}
