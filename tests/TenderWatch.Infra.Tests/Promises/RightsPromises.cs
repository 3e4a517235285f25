namespace TenderWatch.Infra.Tests.Promises;

/// <summary>What holds of rights.</summary>
internal static class RightsPromises
{
    private const string Blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/";

    // What the built-in roles in use may do, from their documentation. A role that is not here is refused.
    private static readonly Dictionary<string, (string Name, bool OnEvidence)> BuiltIn = new(StringComparer.OrdinalIgnoreCase)
    {
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = ("Storage Blob Data Reader", true),
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = ("Storage Blob Data Owner", false),
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = ("Storage Queue Data Contributor", false),
        ["76199698-9eea-4c19-bc75-cec21354c6b6"] = ("Storage Table Data Reader", false),
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = ("Storage Table Data Contributor", false),
        ["4633458b-17de-408a-b874-0445c86b69e6"] = ("Key Vault Secrets User", false),
        ["12338af0-0e69-4776-bea7-57ae8d297424"] = ("Key Vault Crypto User", false),
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = ("Monitoring Metrics Publisher", false),
        ["5e0bd9bd-7b93-4f28-af87-19fc36ad61bd"] = ("Cognitive Services OpenAI User", false),
    };

    // All that a custom role may hold: to see that a container is there, to read, and to add.
    private static readonly string[] Actions = ["Microsoft.Storage/storageAccounts/blobServices/containers/read"];
    private static readonly string[] DataActions = [Blobs + "read", Blobs + "add/action"];

    // What the role of whoever deletes what is past its time may hold beside.
    private static readonly string[] Deleting = [Blobs + "delete", Blobs + "deleteBlobVersion/action"];
    private static readonly string[] Deletable = ["evidence-public", "evidence-confidential"];

    public static IEnumerable<Promise> All =>
    [
        new("nobody may change or delete evidence", OnEvidence),
        new("rights are given on one resource each, never on a group of them", OnResources),
        new("every role is one of those in use", Known),
        new("a custom role only reads and adds", CustomRoles),
        new("only people delete evidence, and nothing else", Removers),
    ];

    private static IEnumerable<string> OnEvidence(Deployment deployment) => deployment.Of("Microsoft.Authorization/roleAssignments")
        .Where(right => Covers(right.Scope, deployment.EvidenceAccount.Id) && !(IsCustom(deployment, right) || (BuiltIn.TryGetValue(RoleOf(right), out var role) && role.OnEvidence)))
        .Select(right => $"{right.Title} on {right.Scope} gives {(BuiltIn.TryGetValue(RoleOf(right), out var role) ? role.Name : RoleOf(right))}");

    private static IEnumerable<string> OnResources(Deployment deployment) => deployment.Of("Microsoft.Authorization/roleAssignments")
        .Where(right => !right.Scope.Contains("/providers/", StringComparison.Ordinal))
        .Select(right => $"{right.Title} holds on all of {right.Scope}");

    private static IEnumerable<string> Known(Deployment deployment) => deployment.Of("Microsoft.Authorization/roleAssignments")
        .Where(right => !IsCustom(deployment, right) && !BuiltIn.ContainsKey(RoleOf(right)))
        .Select(right => $"{right.Title} gives the role {RoleOf(right)}");

    private static IEnumerable<string> CustomRoles(Deployment deployment) => deployment.Of("Microsoft.Authorization/roleDefinitions").SelectMany(role =>
        Listed(role, "actions").Except(Actions, StringComparer.OrdinalIgnoreCase)
            .Concat(Listed(role, "dataActions").Except(IsRemover(role) ? [.. DataActions, .. Deleting] : DataActions, StringComparer.OrdinalIgnoreCase))
            .Select(action => $"{role.Title} allows {action}"));

    private static IEnumerable<string> Removers(Deployment deployment)
    {
        var roles = deployment.Of("Microsoft.Authorization/roleDefinitions").Where(IsRemover).Select(role => role.Name).ToList();
        return deployment.Of("Microsoft.Authorization/roleAssignments").Where(right => roles.Contains(RoleOf(right)))
            .Where(right => !right.Has("properties.principalType", "Group") || !Deletable.Any(name => right.Scope.EndsWith("/containers/" + name, StringComparison.Ordinal)))
            .Select(right => $"{right.Title} lets {right.Text("properties.principalType")} {right.Text("properties.principalId")} delete in {right.Scope}");
    }

    private static bool IsRemover(Resource role) => role.Text("properties.roleName")!.StartsWith("TenderWatch evidence remover ", StringComparison.Ordinal);

    private static IEnumerable<string> Listed(Resource role, string kind) => role.At("properties.permissions")!.AsArray().SelectMany(permission => permission![kind]!.AsArray().Select(action => action!.ToString()));

    private static bool IsCustom(Deployment deployment, Resource right) => deployment.Of("Microsoft.Authorization/roleDefinitions").Any(role => role.Name == RoleOf(right));

    private static string RoleOf(Resource right) => right.Text("properties.roleDefinitionId")!.Split('/')[^1];

    private static bool Covers(string scope, string id) => (id + "/").StartsWith(scope + "/", StringComparison.OrdinalIgnoreCase) || scope.StartsWith(id + "/", StringComparison.OrdinalIgnoreCase);
}
