using System.Text.Json.Nodes;
using TenderWatch.Infra.Tests.Promises;
using static TenderWatch.Infra.Tests.Mutation;

namespace TenderWatch.Infra.Tests;

/// <summary>A promise that is broken is found, with the name of what breaks it: each of these changes is one that somebody could make.</summary>
public sealed class MutationTests
{
    private const string Storage = "Microsoft.Storage/storageAccounts";
    private const string Rule = "Microsoft.Insights/scheduledQueryRules";

    private static readonly IReadOnlyList<Mutation> Mutations =
    [
        Set("no account takes keys", Storage, "properties.allowSharedKeyAccess", true),
        Set("every account wants TLS 1.2 and https", Storage, "properties.minimumTlsVersion", "TLS1_0"),
        Set("every account wants TLS 1.2 and https", Storage, "properties.supportsHttpsTrafficOnly", false),
        Set("no account has public blobs", Storage, "properties.allowBlobPublicAccess", true),
        Set("no container is public", Storage + "/blobServices/containers", "properties.publicAccess", "Blob"),
        Set("evidence has versions and is brought back when it was deleted", Storage + "/blobServices", "properties.isVersioningEnabled", false, last: true),
        Set("evidence has versions and is brought back when it was deleted", Storage + "/blobServices", "properties.deleteRetentionPolicy.enabled", false, last: true),
        Set("evidence has versions and is brought back when it was deleted", Storage + "/blobServices", "properties.containerDeleteRetentionPolicy.enabled", false, last: true),
        Remove("every container of the product is there", Storage + "/blobServices/containers", names: "evidence-public is missing", which: "/evidence-public"),
        Remove("evidence can be neither changed nor deleted for a time", Storage + "/blobServices/containers/immutabilityPolicies", names: "/default/evidence-public"),
        Set("evidence can be neither changed nor deleted for a time", Storage + "/blobServices/containers/immutabilityPolicies", "properties.immutabilityPeriodSinceCreationInDays", 0),
        Set("evidence can be neither changed nor deleted for a time", Storage + "/blobServices/containers/immutabilityPolicies", "properties.allowProtectedAppendWritesAll", true),
        Remove("who reads, stores or deletes evidence is logged", "Microsoft.Insights/diagnosticSettings", names: "nothing logs who reads"),
        Set("who reads, stores or deletes evidence is logged", "Microsoft.Insights/diagnosticSettings", "properties.workspaceId", "/subscriptions/elsewhere"),
        Set("who reads, stores or deletes evidence is logged", "Microsoft.Insights/diagnosticSettings", "properties.logs.0.enabled", false, names: "leaves out StorageRead"),
        Right("nobody may change or delete evidence", "ba92f5b4-2d11-453d-a403-e96b0029c9fe", deployment => deployment.EvidenceAccount.Id),
        Right("nobody may change or delete evidence", "b7e6dc6d-f1e8-4753-8033-0f276bb0955b", deployment => deployment.EvidenceAccount.Id + "/blobServices/default/containers/ledger"),
        Right("nobody may change or delete evidence", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", deployment => deployment.EvidenceAccount.Scope),
        Right("rights are given on one resource each, never on a group of them", "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1", deployment => deployment.EvidenceAccount.Scope),
        Right("every role is one of those in use", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", deployment => deployment.EvidenceAccount.Id),
        Allow("a custom role only reads and adds", Storage + "/blobServices/containers/blobs/delete"),
        Allow("a custom role only reads and adds", Storage + "/blobServices/containers/blobs/write"),
        Allow("a custom role only reads and adds", Storage + "/blobServices/containers/blobs/*"),
        Remover("only people delete evidence, and nothing else", "properties.principalType", _ => "ServicePrincipal"),
        Remover("only people delete evidence, and nothing else", "id", id => id.Replace("/containers/evidence-public/", "/containers/ledger/", StringComparison.Ordinal).Replace("/containers/evidence-confidential/", "/containers/ledger/", StringComparison.Ordinal)),
        Setting("nothing asks for a key or a signature", "TenderWatch__Checks__CommissionHolidays", "[listKeys('account', '2025-06-01').keys[0].value]"),
        Setting("nothing holds a connection string with a key", "AzureWebJobsStorage", "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=AAAA"),
        Output("no output holds a secret", "webhookKey", "string"),
        Output("no output holds a secret", "plain", "securestring"),
        Setting("every secret setting is a reference to the vault", "TenderWatch__Notifications__Teams__1__Webhook", "https://prod-1.westeurope.logic.azure.com/workflows/1"),
        Setting("every secret setting is a reference to the vault", "TenderWatch__Notifications__Smtp__Password", "hunter2"),
        Set("the vault keeps what was deleted, and its rights are roles", "Microsoft.KeyVault/vaults", "properties.enablePurgeProtection", false),
        Set("the vault keeps what was deleted, and its rights are roles", "Microsoft.KeyVault/vaults", "properties.enableRbacAuthorization", false),
        Set("the key that signs checkpoints cannot leave the vault", "Microsoft.KeyVault/vaults/keys", "properties.attributes.exportable", true),
        Set("logs and models are sent to by identity alone", "Microsoft.Insights/components", "properties.DisableLocalAuth", false),
        Set("logs and models are sent to by identity alone", "Microsoft.OperationalInsights/workspaces", "properties.features.disableLocalAuth", false),
        Set("logs and models are sent to by identity alone", "Microsoft.CognitiveServices/accounts", "properties.disableLocalAuth", false),
        Set("the app answers over https alone, with TLS 1.2", "Microsoft.Web/sites", "properties.httpsOnly", false),
        Set("the app has the identity that was given its rights, and no other", "Microsoft.Web/sites", "identity.type", "SystemAssigned"),
        Set("its package is fetched by identity", "Microsoft.Web/sites", "properties.functionAppConfig.deployment.storage.authentication.type", "StorageAccountConnectionString"),
        Set("it runs .NET 10 in a process of its own", "Microsoft.Web/sites", "properties.functionAppConfig.runtime.version", "8.0"),
        Set("nobody publishes by password", "Microsoft.Web/sites/basicPublishingCredentialsPolicies", "properties.allow", true, names: "published to by password"),
        Set("nobody gets in without signing in, but to ask whether it is well", "Microsoft.Web/sites/config", "properties.globalValidation.requireAuthentication", false, last: true),
        Set("nobody gets in without signing in, but to ask whether it is well", "Microsoft.Web/sites/config", "properties.globalValidation.excludedPaths", new JsonArray("/api"), last: true),
        Set("pages lead to the sign-in, and calls of programs to the app, which refuses them itself", "Microsoft.Web/sites/config", "properties.globalValidation.excludedPaths", new JsonArray("/health/live", "/api/*"), last: true, names: "/openapi.json"),
        Set("pages lead to the sign-in, and calls of programs to the app, which refuses them itself", "Microsoft.Web/sites/config", "properties.globalValidation.unauthenticatedClientAction", "Return401", last: true),
        Set("its name for azd is that of azure.yaml", "Microsoft.Web/sites", "tags.azd-service-name", "web"),
        Set("on a private network nothing but the app is reached from outside", Storage, "properties.publicNetworkAccess", "Enabled"),
        Set("on a private network nothing but the app is reached from outside", "Microsoft.KeyVault/vaults", "properties.networkAcls.defaultAction", "Allow"),
        Remove("on a private network everything the app uses is reached inside", "Microsoft.Network/privateEndpoints", last: true, names: "is reached by nobody"),
        Remove("on a private network everything the app uses is reached inside", "Microsoft.Network/privateEndpoints/privateDnsZoneGroups", names: "has no name"),
        Setting("the service starts with its settings", "TenderWatch__Storage__Prefx", "a", names: "TenderWatch:Storage:Prefx"),
        Setting("the service starts with its settings", "TenderWatch__Checks__Alt__GapToNextPercent", "250", names: "GapToNextPercent"),
        Setting("the host's storage is reached by identity", "AzureWebJobsStorage", "UseDevelopmentStorage=true"),
        Set("every alert looks for events that the code logs", Rule, "properties.criteria.allOf.0.query", "AppTraces | where toint(Properties.EventId) in (99999)"),
        Set("every alert looks for events that the code logs", Rule, "properties.criteria.allOf.0.query", "AppTraces | where toint(Properties.EventId) in (104) or tostring(Properties.EventName) in (\"Other\")"),
        Remove("people are told of silent sources, dead letters, stuck cases, a service that stands still, and cost", Rule, names: "a source in trouble"),
        Remove("people are told of silent sources, dead letters, stuck cases, a service that stands still, and cost", Rule, last: true, names: "stands still"),
        Remove("people are told of silent sources, dead letters, stuck cases, a service that stands still, and cost", "Microsoft.Consumption/budgets", names: "cost"),
        Set("every alert reaches somebody", "Microsoft.Insights/actionGroups", "properties.emailReceivers", new JsonArray(), names: Rule),
    ];

    public static TheoryData<int, string> Numbers => new(Mutations.Select((mutation, number) => (number, mutation.Promise)));

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_broken_promise_is_found_and_the_resource_named(int number, string promise)
    {
        var deployment = (await Templates.DeploymentAsync("prod, everything")).Copy();
        var mutation = Mutations[number];
        var named = mutation.Named(deployment);
        Assert.Contains(Promise.All.Single(one => one.Name == promise).Broken(mutation.Apply(deployment)), fault => fault.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_promise_is_broken_by_some_change() => Assert.Empty(Promise.All.Select(promise => promise.Name).Except(Mutations.Select(mutation => mutation.Promise), StringComparer.Ordinal));
}
