metadata description = 'Who may do what with the evidence, container by container: the service adds and reads, people read. Nobody has more.'

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
