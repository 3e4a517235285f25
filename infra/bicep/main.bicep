metadata description = 'TenderWatch in a subscription: one resource group with everything in it. azd up deploys it; docs/deploy.md explains each step.'

targetScope = 'subscription'

import { budget, channel, mailServer, model, recipient } from 'types.bicep'
import { notificationSettings } from 'notification-settings.bicep'

@description('The name of the azd environment. Names of resources are made from it.')
@maxLength(20)
param environmentName string

param location string

@description('Where the operators of the sources reach whoever runs this: a web or e-mail address.')
@minLength(3)
param contact string

@description('The client id of the app registration with the roles reader, officer and admin.')
@minLength(36)
param signInClientId string

@description('Who gets the mails of alerts and of the budget.')
param alertEmails string[]

@description('The mail server; null for none.')
param mail mailServer?

@description('Who gets mail about cases.')
param recipients recipient[] = []

@description('The Teams channels that get cards.')
param teams channel[] = []

@description('The watch profiles that ship with the product, by name.')
param profiles string[] = ['smart-meters']

@description('Further settings, by the names of docs/settings.md. No secrets: they would stand in the deployment.')
param settings { *: string } = {}

@description('Whether storage, vault and model are reached through private endpoints alone.')
param privateNetwork bool

@description('The addresses of the network, if it is private: a /24 or larger.')
param addressPrefix string = '10.60.0.0/24'

@description('Addresses from which secrets may be put into the vault although the network is private, such as 203.0.113.7.')
param vaultAddresses string[] = []

@description('For how many days public evidence, ledgers, checkpoints and tombstones can be neither changed nor deleted.')
param evidenceRetentionDays int

@description('The same for confidential evidence: no longer than the rule keeps documents of tenderers who did not win (docs/retention.md).')
param confidentialRetentionDays int

@description('Whether that retention is locked for good. See docs/deploy.md before you set it.')
param lockEvidence bool

@description('How many copies of evidence and tables there are, and where.')
param redundancy ('Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_GZRS')

@description('Whether evidence, tables and vault refuse to be deleted until somebody takes the lock away.')
param deletionLocks bool

@description('The object ids of groups that may read public evidence from storage itself.')
param publicEvidenceReaders string[] = []

@description('The object ids of groups that may read all evidence, and the tables, from storage itself.')
param confidentialEvidenceReaders string[] = []

@description('The object ids of groups whose members may delete evidence that is past its time. Empty between two such acts; never the service.')
param evidenceRemovers string[] = []

@description('For how many days logs are kept.')
param logRetentionDays int

@description('How many gigabytes may be logged a day; -1 for no limit.')
param logDailyGigabytes int

@description('The memory of one instance in megabytes.')
param instanceMemory (512 | 2048 | 4096)

@description('How many instances there are at most.')
param maximumInstances int = 40

@description('Instances that are never stopped, by what they serve: http, durable, or function:NAME.')
param alwaysReady { name: string, instanceCount: int }[] = []

@description('Azure OpenAI; null for none.')
param openAi model?

@description('What a month may cost before somebody is told; null for no budget.')
param monthlyBudget budget?

var token = uniqueString(subscription().id, environmentName, location)
var modelDeployment = 'extraction'
var tags = { 'azd-env-name': environmentName }
var names = {
  group: 'rg-tenderwatch-${environmentName}'
  app: 'tenderwatch-${token}'
  hostStorage: 'twhost${token}'
  stateStorage: 'twstate${token}'
  evidenceStorage: 'twproof${token}'
  vault: 'tw-${token}'
  openAi: 'tenderwatch-ai-${token}'
}
var publicContainers = ['evidence-public']
var containers = concat(publicContainers, ['evidence-confidential', 'ledger', 'checkpoints', 'tombstones'])

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: names.group
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: {
    name: names.app
    location: location
    tags: tags
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  scope: group
  params: {
    name: names.hostStorage
    location: location
    tags: tags
    private: privateNetwork
    packageContainer: 'package'
    principalId: identity.outputs.principalId
  }
}

module stateStorage 'modules/state-storage.bicep' = {
  scope: group
  params: {
    name: names.stateStorage
    location: location
    tags: tags
    redundancy: redundancy
    private: privateNetwork
    deletionLock: deletionLocks
    readers: confidentialEvidenceReaders
    principalId: identity.outputs.principalId
  }
}

module evidenceStorage 'modules/evidence-storage.bicep' = {
  scope: group
  params: {
    name: names.evidenceStorage
    location: location
    tags: tags
    redundancy: redundancy
    private: privateNetwork
    deletionLock: deletionLocks
    containers: containers
    retentionDays: evidenceRetentionDays
    confidentialContainer: 'evidence-confidential'
    confidentialRetentionDays: confidentialRetentionDays
    locked: lockEvidence
    softDeleteDays: 30
    workspaceName: names.app
  }
  dependsOn: [monitoring]
}

module evidenceAccess 'modules/evidence-access.bicep' = {
  scope: group
  params: {
    accountName: names.evidenceStorage
    containers: containers
    publicContainers: publicContainers
    publicReaders: publicEvidenceReaders
    confidentialReaders: confidentialEvidenceReaders
    removers: evidenceRemovers
    deletableContainers: ['evidence-public', 'evidence-confidential']
    signedContainers: ['checkpoints', 'tombstones']
    roleSuffix: names.app
    writerPrincipalId: identity.outputs.principalId
  }
  dependsOn: [evidenceStorage]
}

module vault 'modules/key-vault.bicep' = {
  scope: group
  params: {
    name: names.vault
    location: location
    tags: tags
    private: privateNetwork
    addresses: vaultAddresses
    deletionLock: deletionLocks
    principalId: identity.outputs.principalId
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    workspaceName: names.app
    componentName: names.app
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyGigabytes: logDailyGigabytes
    principalId: identity.outputs.principalId
  }
}

module ai 'modules/openai.bicep' = if (openAi != null) {
  scope: group
  params: {
    name: names.openAi
    location: location
    tags: tags
    private: privateNetwork
    model: { name: openAi!.name, version: openAi!.version }
    deploymentName: modelDeployment
    capacity: openAi!.capacity
    principalId: identity.outputs.principalId
  }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  scope: group
  params: {
    name: names.app
    location: location
    tags: tags
    addressPrefix: addressPrefix
    hostStorage: names.hostStorage
    stateStorage: names.stateStorage
    evidenceStorage: names.evidenceStorage
    vault: names.vault
    openAi: openAi == null ? '' : names.openAi
  }
  dependsOn: [hostStorage, stateStorage, evidenceStorage, vault, ai]
}

module app 'modules/function-app.bicep' = {
  scope: group
  params: {
    name: names.app
    location: location
    tags: tags
    identity: { id: identity.outputs.id, clientId: identity.outputs.clientId }
    packageUri: hostStorage.outputs.packageUri
    hostStorageName: names.hostStorage
    componentName: names.app
    subnetId: privateNetwork ? network!.outputs.serviceSubnetId : ''
    instanceMemory: instanceMemory
    maximumInstances: maximumInstances
    alwaysReady: alwaysReady
    settings: union(
      {
        TenderWatch__Storage__BlobServiceUri: evidenceStorage.outputs.blobUri
        TenderWatch__Storage__TableServiceUri: stateStorage.outputs.tableUri
        TenderWatch__Evidence__SigningKey: vault.outputs.signer
        TenderWatch__Retention__ImmutableDays: string(evidenceRetentionDays)
        TenderWatch__Retention__ConfidentialImmutableDays: string(confidentialRetentionDays)
        TenderWatch__Web__Authentication__Tenant: tenant().tenantId
        TenderWatch__Web__Authentication__ClientId: signInClientId
        TenderWatch__Sources__Contact: contact
      },
      reduce(profiles, {}, (all, name, index) => union(all, { 'TenderWatch__Watch__Profiles__${index}': name })),
      openAi == null
        ? {}
        : {
            TenderWatch__Extraction__Model__Enabled: 'true'
            // Its own subdomain, see the module.
            TenderWatch__Extraction__Model__Endpoint: 'https://${names.openAi}.openai.azure.com/'
            TenderWatch__Extraction__Model__Deployment: modelDeployment
          },
      notificationSettings(vault.outputs.uri, mail, recipients, teams),
      settings
    )
  }
  dependsOn: [evidenceAccess]
}

module signIn 'modules/sign-in.bicep' = {
  scope: group
  params: {
    appName: names.app
    clientId: signInClientId
    tenantId: tenant().tenantId
  }
  dependsOn: [app]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    emails: alertEmails
  }
}

module costs 'modules/budget.bicep' = if (monthlyBudget != null) {
  scope: group
  params: {
    amount: monthlyBudget!.amount
    start: monthlyBudget!.start
    emails: alertEmails
  }
}

// azd keeps these as variables of its environment, where infra/lock-evidence.sh finds them.
output AZURE_RESOURCE_GROUP string = group.name
output TENDERWATCH_URI string = app.outputs.uri
output TENDERWATCH_APP string = names.app
output TENDERWATCH_IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId
output TENDERWATCH_VAULT string = names.vault
output TENDERWATCH_EVIDENCE_ACCOUNT string = names.evidenceStorage
output TENDERWATCH_EVIDENCE_CONTAINERS string = join(containers, ' ')
output TENDERWATCH_EVIDENCE_RETENTION_DAYS int = evidenceRetentionDays
output TENDERWATCH_CONFIDENTIAL_RETENTION_DAYS int = confidentialRetentionDays
output TENDERWATCH_EVIDENCE_LOCKED bool = lockEvidence
