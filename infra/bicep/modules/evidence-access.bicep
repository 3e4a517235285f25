metadata description = 'Who may do what with the evidence, container by container: the service adds and reads, people read. Deleting what is past its time is a role of its own, which the service never has.'

param accountName string

@description('The containers in which the service adds.')
param containers string[]

@description('Names the role of the service, which must be unique in the directory.')
param roleSuffix string

@description('The identity of the service.')
param writerPrincipalId string

@description('The containers with nothing confidential in them.')
param publicContainers string[]

@description('The object ids of groups that may read the public containers themselves, for instance to run verify.')
param publicReaders string[]

@description('The object ids of groups that may read every container.')
param confidentialReaders string[]

@description('The object ids of groups whose members may delete evidence that is past its time.')
param removers string[]

@description('The containers in which they delete.')
param deletableContainers string[]

@description('The containers in which they add what they signed.')
param signedContainers string[]

var removable = flatten(map(removers, remover => map(deletableContainers, name => { remover: remover, container: name })))
var signable = flatten(map(removers, remover => map(signedContainers, name => { remover: remover, container: name })))
var storageBlobDataReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
var readable = union(
  flatten(map(publicReaders, reader => map(publicContainers, name => { reader: reader, container: name }))),
  flatten(map(confidentialReaders, reader => map(containers, name => { reader: reader, container: name })))
)

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: accountName

  resource blobs 'blobServices' existing = {
    name: 'default'
  }
}

resource container 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' existing = [
  for name in containers: {
    parent: account::blobs
    name: name
  }
]

// Not write, which would let it change a blob; not delete. What each request of the service needs: Put Blob with If-None-Match: * needs blobs/add/action;
// Get Blob, Get Blob Properties and List Blobs need blobs/read; asking whether a container is there needs containers/read.
resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'TenderWatch evidence writer')
  properties: {
    roleName: 'TenderWatch evidence writer (${roleSuffix})'
    description: 'Adds evidence and reads it; never changes and never deletes it.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/read'
        ]
        notActions: []
        dataActions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action'
        ]
        notDataActions: []
      }
    ]
  }
}

resource writers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (name, index) in containers: {
    name: guid(account.id, name, 'evidence writer')
    scope: container[index]
    properties: {
      principalId: writerPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: role.id
    }
  }
]

resource readers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for right in readable: {
    name: guid(account.id, right.container, right.reader, storageBlobDataReader)
    scope: container[indexOf(containers, right.container)]
    properties: {
      principalId: right.reader
      principalType: 'Group'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataReader)
    }
  }
]

// To delete a blob and the version that stays of it where the account keeps versions. A policy of the container still refuses what is too young, and nobody deletes
// from ledgers, checkpoints and tombstones.
resource removerRole 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'TenderWatch evidence remover')
  properties: {
    roleName: 'TenderWatch evidence remover (${roleSuffix})'
    description: 'Deletes evidence that is past its time and reads it; for people, during such an act.'
    type: 'CustomRole'
    assignableScopes: [resourceGroup().id]
    permissions: [
      {
        actions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/read'
        ]
        notActions: []
        dataActions: [
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete'
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/deleteBlobVersion/action'
        ]
        notDataActions: []
      }
    ]
  }
}

resource removing 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for right in removable: {
    name: guid(account.id, right.container, right.remover, 'evidence remover')
    scope: container[indexOf(containers, right.container)]
    properties: {
      principalId: right.remover
      principalType: 'Group'
      roleDefinitionId: removerRole.id
    }
  }
]

// Tombstones, and the public key they are verified with.
resource signing 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for right in signable: {
    name: guid(account.id, right.container, right.remover, 'evidence writer')
    scope: container[indexOf(containers, right.container)]
    properties: {
      principalId: right.remover
      principalType: 'Group'
      roleDefinitionId: role.id
    }
  }
]
