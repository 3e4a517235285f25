metadata description = 'The Functions app on a Flex Consumption plan, and all its settings. What is secret stands there as a reference to the vault.'

param name string
param location string
param tags object

@description('The identity of the service.')
param identity { id: string, clientId: string }

@description('Where the deployed package is kept, by identity.')
param packageUri string

@description('The account of the Functions host and of Durable Task.')
param hostStorageName string

@description('The component that logs, traces and metrics go to.')
param componentName string

@description('From where the app calls; empty for the public network.')
param subnetId string

@description('The memory of one instance in megabytes.')
@allowed([512, 2048, 4096])
param instanceMemory int

@description('How many instances there are at most.')
@minValue(40)
@maxValue(1000)
param maximumInstances int

@description('Instances that are never stopped, by what they serve: http, durable, or function:NAME.')
param alwaysReady { name: string, instanceCount: int }[]

@description('The settings of the product but for the address of its pages, by the names of docs/settings.md.')
param settings { *: string }

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: componentName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  // azd deploys to the app with this tag what azure.yaml calls by this name.
  tags: union(tags, { 'azd-service-name': 'function' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identity.id
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemory
        maximumInstanceCount: maximumInstances
        alwaysReady: alwaysReady
      }
    }
  }

  // Publishing by user name and password, which azd does not need.
  resource ftpPublishing 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }

  resource scmPublishing 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(
      {
        AzureWebJobsStorage__accountName: hostStorageName
        AzureWebJobsStorage__credential: 'managedidentity'
        AzureWebJobsStorage__clientId: identity.clientId
        APPLICATIONINSIGHTS_CONNECTION_STRING: component.properties.ConnectionString
        APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.clientId};Authorization=AAD'
        AzureWebJobsDisableHomepage: 'true'
        // The product signs in with this identity, and tries no other way.
        AZURE_CLIENT_ID: identity.clientId
        AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'
        // Sign-in of people without a secret: the identity stands for the app registration. See docs/deploy.md.
        OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID: identity.clientId
        TenderWatch__Notifications__PublicBaseUrl: 'https://${app.properties.defaultHostName}'
      },
      settings
    )
  }
}

output uri string = 'https://${app.properties.defaultHostName}'
