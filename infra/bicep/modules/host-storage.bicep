metadata description = 'What the Functions host and Durable Task keep: leases, task hub, the deployed package. It can be lost without losing a notice, a finding or evidence.'

param name string
param location string
param tags object
param private bool
param packageContainer string

@description('The identity of the service.')
param principalId string

// The roles that the Functions documentation asks for: the host storage by identity, the Durable Task provider for Azure Storage (blobs, queues, tables), and
// the deployment container of a Flex Consumption app.
var roles = {
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

module account 'storage-account.bicep' = {
  name: 'host-storage-account'
  params: {
    name: name
    location: location
    tags: tags
    redundancy: 'Standard_ZRS'
    private: private
    deletionLock: false
  }
}

resource deployed 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: name
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: deployed
  name: 'default'
  properties: {
    deleteRetentionPolicy: {
      enabled: true
      days: 7
    }
  }
  dependsOn: [account]
}

resource package 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: packageContainer
  properties: {
    publicAccess: 'None'
  }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    name: guid(deployed.id, role.value)
    scope: deployed
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
    dependsOn: [account]
  }
]

output id string = deployed.id
output packageUri string = '${deployed.properties.primaryEndpoints.blob}${packageContainer}'
