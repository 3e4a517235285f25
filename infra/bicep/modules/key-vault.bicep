metadata description = '''
The secrets that people enter, webhooks and the password of the mail server, and the key that signs checkpoints, which never leaves the vault. The service reads the secrets
and signs with the key; the template sees neither.
'''

param name string
param location string
param tags object
param private bool

@description('Addresses that reach the vault although it is private.')
param addresses string[]

param deletionLock bool

@description('The identity of the service.')
param principalId string

var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var keyVaultCryptoUser = '12338af0-0e69-4776-bea7-57ae8d297424'

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enablePurgeProtection: true
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    networkAcls: {
      bypass: 'None'
      defaultAction: private ? 'Deny' : 'Allow'
      ipRules: [for address in addresses: { value: address }]
    }
    publicNetworkAccess: private && empty(addresses) ? 'Disabled' : 'Enabled'
  }
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

// Made once: a deployment that finds a key of this name leaves it as it is.
resource signingKey 'Microsoft.KeyVault/vaults/keys@2025-05-01' = {
  parent: vault
  name: 'checkpoints'
  properties: {
    kty: 'EC'
    curveName: 'P-256'
    keyOps: ['sign', 'verify']
    attributes: {
      exportable: false
    }
  }
}

resource signing 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(signingKey.id, keyVaultCryptoUser)
  scope: signingKey
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultCryptoUser)
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (deletionLock) {
  name: 'keep'
  scope: vault
  properties: {
    level: 'CanNotDelete'
    notes: 'The secrets of TenderWatch. See docs/deploy.md, "Taking it down".'
  }
}

output id string = vault.id
output uri string = vault.properties.vaultUri
output signer string = signingKey.properties.keyUri
