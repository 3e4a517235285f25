metadata description = 'The network of the service: one subnet from which it calls, one in which storage and vault are reached, and the names under which they are found there.'

param name string
param location string
param tags object
param addressPrefix string

@description('What is reached through private endpoints: a name, the resource, the part of it, and the DNS zone of that part.')
param endpoints { name: string, resourceId: string, group: string, zone: string }[]

var zones = union(map(endpoints, endpoint => endpoint.zone), [])

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
  for zone in zones: {
    name: 'zone-${zone}'
    params: {
      name: zone
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
      group: endpoint.group
      zoneId: zone[indexOf(zones, endpoint.zone)].outputs.id
    }
  }
]

output serviceSubnetId string = network::service.id
