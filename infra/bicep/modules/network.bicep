metadata description = 'The network of the service: one subnet from which it calls, one in which storage and vault are reached, and the names under which they are found there.'

param name string
param location string
param tags object
param addressPrefix string

// Names, and not what other modules put out: so it is known before the deployment what will be there. All of them must be there already.
param hostStorage string
param stateStorage string
param evidenceStorage string
param vault string

@description('The account of Azure OpenAI; empty for none.')
param openAi string

var zones = {
  blob: 'privatelink.blob.${environment().suffixes.storage}'
  queue: 'privatelink.queue.${environment().suffixes.storage}'
  table: 'privatelink.table.${environment().suffixes.storage}'
  vault: 'privatelink.vaultcore.azure.net'
  account: 'privatelink.openai.azure.com'
}
var storage = 'Microsoft.Storage/storageAccounts'
var parts = concat(['blob', 'queue', 'table', 'vault'], empty(openAi) ? [] : ['account'])
var endpoints = concat(
  [
    { name: 'host-blob', resourceId: resourceId(storage, hostStorage), part: 'blob' }
    { name: 'host-queue', resourceId: resourceId(storage, hostStorage), part: 'queue' }
    { name: 'host-table', resourceId: resourceId(storage, hostStorage), part: 'table' }
    { name: 'state-table', resourceId: resourceId(storage, stateStorage), part: 'table' }
    { name: 'evidence-blob', resourceId: resourceId(storage, evidenceStorage), part: 'blob' }
    { name: 'vault', resourceId: resourceId('Microsoft.KeyVault/vaults', vault), part: 'vault' }
  ],
  empty(openAi)
    ? []
    : [{ name: 'openai', resourceId: resourceId('Microsoft.CognitiveServices/accounts', openAi), part: 'account' }]
)

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [addressPrefix]
    }
    subnets: [
      {
        name: 'service'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 26, 0)
          delegations: [
            {
              name: 'flex-consumption'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 26, 1)
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
    ]
  }

  resource service 'subnets' existing = {
    name: 'service'
  }

  resource inner 'subnets' existing = {
    name: 'endpoints'
  }
}

module zone 'private-dns-zone.bicep' = [
  for part in parts: {
    name: 'zone-${part}'
    params: {
      name: zones[part]
      tags: tags
      networkId: network.id
    }
  }
]

module endpoint 'private-endpoint.bicep' = [
  for endpoint in endpoints: {
    name: 'endpoint-${endpoint.name}'
    params: {
      name: '${name}-${endpoint.name}'
      location: location
      tags: tags
      subnetId: network::inner.id
      resourceId: endpoint.resourceId
      group: endpoint.part
      zoneId: zone[indexOf(parts, endpoint.part)].outputs.id
    }
  }
]

output serviceSubnetId string = network::service.id
