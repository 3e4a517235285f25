using System.Text.Json.Nodes;

namespace TenderWatch.Infra.Tests;

/// <summary>A change to a deployment that breaks a promise.</summary>
/// <param name="Promise">The promise.</param>
/// <param name="Named">What the message has to name.</param>
/// <param name="Apply">The change, on a copy.</param>
internal sealed record Mutation(string Promise, Func<Deployment, string> Named, Func<Deployment, Deployment> Apply)
{
    /// <summary>A value of the first resource of a type, or of the last one, is another.</summary>
    public static Mutation Set(string promise, string type, string path, JsonNode value, bool last = false, string? names = null) => new(
        promise,
        deployment => names ?? Target(deployment, type, last).Title,
        deployment =>
        {
            Target(deployment, type, last).Set(path, value.DeepClone());
            return deployment;
        });

    /// <summary>The first resource of a type is missing, or the last one, or the one whose name ends so.</summary>
    public static Mutation Remove(string promise, string type, bool last = false, string which = "", string? names = null) => new(
        promise,
        deployment => names ?? Target(deployment, type, last, which).Title,
        deployment => deployment with { Resources = [.. deployment.Resources.Except([Target(deployment, type, last, which)])] });

    /// <summary>One more right.</summary>
    public static Mutation Right(string promise, string role, Func<Deployment, string> scope) => new(
        promise,
        _ => "Microsoft.Authorization/roleAssignments mutant",
        deployment => deployment with
        {
            Resources = [.. deployment.Resources, new Resource(new JsonObject
            {
                ["id"] = scope(deployment) + "/providers/Microsoft.Authorization/roleAssignments/mutant",
                ["type"] = "Microsoft.Authorization/roleAssignments",
                ["name"] = "mutant",
                ["properties"] = new JsonObject { ["roleDefinitionId"] = "/providers/Microsoft.Authorization/roleDefinitions/" + role },
            })],
        });

    /// <summary>The custom role of the service allows one thing more.</summary>
    public static Mutation Allow(string promise, string dataAction) => new(
        promise,
        deployment => Writer(deployment).Title,
        deployment =>
        {
            Writer(deployment).At("properties.permissions.0.dataActions")!.AsArray().Add(dataAction);
            return deployment;
        });

    /// <summary>A setting of the app is another, or one more.</summary>
    public static Mutation Setting(string promise, string name, string value, string names = "/appsettings") => new(
        promise,
        _ => names,
        deployment =>
        {
            deployment.Of("Microsoft.Web/sites/config").Single(config => config.Name.EndsWith("/appsettings", StringComparison.Ordinal)).Node["properties"]![name] = value;
            return deployment;
        });

    /// <summary>One more output.</summary>
    public static Mutation Output(string promise, string name, string type) => new(
        promise,
        _ => "output " + name,
        deployment =>
        {
            deployment.Template["outputs"]![name] = new JsonObject { ["type"] = type, ["value"] = "x" };
            return deployment;
        });

    private static Resource Writer(Deployment deployment) => deployment.Of("Microsoft.Authorization/roleDefinitions").Single(role => role.Text("properties.roleName")!.Contains("writer", StringComparison.Ordinal));

    /// <summary>The right to delete evidence is somebody else's, or is about something else.</summary>
    public static Mutation Remover(string promise, string path, Func<string, string> change) => new(
        promise,
        deployment => Removing(deployment).Title,
        deployment =>
        {
            var right = Removing(deployment);
            var changed = change(right.Text(path)!);
            if (path == "id") right.Node[path] = changed;
            else right.Set(path, changed);
            return deployment;
        });

    private static Resource Removing(Deployment deployment)
    {
        var role = deployment.Of("Microsoft.Authorization/roleDefinitions").Single(one => one.Text("properties.roleName")!.Contains("remover", StringComparison.Ordinal));
        return deployment.Of("Microsoft.Authorization/roleAssignments").First(right => right.Text("properties.roleDefinitionId")!.EndsWith(role.Name, StringComparison.Ordinal));
    }

    private static Resource Target(Deployment deployment, string type, bool last, string which = "")
    {
        var candidates = deployment.Of(type).Where(resource => resource.Name.EndsWith(which, StringComparison.Ordinal));
        return last ? candidates.Last() : candidates.First();
    }
}
