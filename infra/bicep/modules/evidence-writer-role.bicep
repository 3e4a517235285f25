metadata description = '''
The role of the service on evidence: add and read. Not "write", which would let it change a blob; not "delete". What each of the service's requests needs:
Put Blob with If-None-Match: * needs blobs/add/action; Get Blob, Get Blob Properties and List Blobs need blobs/read; whether a container is there needs containers/read.
'''

@description('Names the role, which must be unique in the directory.')
param suffix string

resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'TenderWatch evidence writer')
  properties: {
    roleName: 'TenderWatch evidence writer (${suffix})'
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

output id string = role.id
