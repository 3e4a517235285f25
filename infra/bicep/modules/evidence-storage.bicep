metadata description = '''
Evidence and ledgers: blobs that are added and read, never changed and never deleted, neither by the service nor, once the retention is locked, by anybody.
'''

param name string
param location string
param tags object
param redundancy string
param private bool
param deletionLock bool

@description('The containers. Each gets a retention of its own.')
param containers string[]

@description('For how many days after its creation a blob can be neither changed nor deleted.')
@minValue(1)
@maxValue(146000)
param retentionDays int

@description('The container that has a period of its own, so that personal data can go earlier than the rest.')
param confidentialContainer string

@description('For how many days after its creation a blob in that container can be neither changed nor deleted.')
@minValue(1)
@maxValue(146000)
param confidentialRetentionDays int

@description('''
Whether the retention is locked, which cannot be undone. A locked retention is refused by every deployment that names it again, and no template can lock one: with
true this template leaves the retention alone, and infra/lock-evidence.sh creates it where it is missing and locks it.
''')
param locked bool

@description('For how long what was deleted, or what was before a change, can be brought back where the retention does not prevent both.')
param softDeleteDays int

@description('The workspace in the same group where it is logged who reads, stores or deletes evidence.')
param workspaceName string

module account 'storage-account.bicep' = {
  name: 'evidence-storage-account'
  params: {
    name: name
    location: location
    tags: tags
    redundancy: redundancy
    private: private
    deletionLock: deletionLock
  }
}

resource deployed 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: name
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: deployed
  name: 'default'
  properties: {
    isVersioningEnabled: true
    changeFeed: {
      enabled: true
    }
    deleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
      allowPermanentDelete: false
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
  }
  dependsOn: [account]
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = [
  for name in containers: {
    parent: blobs
    name: name
    properties: {
      publicAccess: 'None'
    }
  }
]

resource retention 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-06-01' = [
  for (name, index) in containers: if (!locked) {
    parent: container[index]
    name: 'default'
    properties: {
      immutabilityPeriodSinceCreationInDays: name == confidentialContainer ? confidentialRetentionDays : retentionDays
      allowProtectedAppendWrites: false
      allowProtectedAppendWritesAll: false
    }
  }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' existing = {
  name: workspaceName
}

// The service records who looked through its doors in a ledger; this records who came to storage itself, with rights of their own.
resource access 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'access'
  scope: blobs
  properties: {
    workspaceId: workspace.id
    logs: [
      for category in ['StorageRead', 'StorageWrite', 'StorageDelete']: {
        category: category
        enabled: true
      }
    ]
  }
}

output id string = deployed.id
output blobUri string = deployed.properties.primaryEndpoints.blob
