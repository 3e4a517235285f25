metadata description = '''
The tables of the product: registry, inbox, cases, sources, quarantine, outbox. They change, so that they need rights to change and delete, and so they are in an
account apart from the evidence, on which nobody has such a right; and apart from the host's, which may be thrown away with its task hub.
'''

param name string
param location string
param tags object
param redundancy string
param private bool
param deletionLock bool

@description('The identity of the service. It creates its tables itself.')
param principalId string

@description('The object ids of groups that may read the tables, to verify and to look at cases from their own machine.')
param readers string[]

var storageTableDataReader = '76199698-9eea-4c19-bc75-cec21354c6b6'
var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

module account 'storage-account.bicep' = {
  name: 'state-storage-account'
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

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(deployed.id, storageTableDataContributor)
  scope: deployed
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageTableDataContributor)
  }
  dependsOn: [account]
}

resource reading 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for reader in readers: {
    name: guid(deployed.id, reader, storageTableDataReader)
    scope: deployed
    properties: {
      principalId: reader
      principalType: 'Group'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageTableDataReader)
    }
    dependsOn: [account]
  }
]

output id string = deployed.id
output tableUri string = deployed.properties.primaryEndpoints.table
