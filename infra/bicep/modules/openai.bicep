metadata description = 'Azure OpenAI with one deployed model, for facts from documents. No key: the service signs in.'

param name string
param location string
param tags object
param private bool
param model { name: string, version: string }

@description('What the service calls the deployed model.')
param deploymentName string

@description('How many thousands of tokens a minute.')
param capacity int

@description('The identity of the service.')
param principalId string

var cognitiveServicesOpenAiUser = '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'OpenAI'
  sku: {
    name: 'S0'
  }
  properties: {
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: private ? 'Disabled' : 'Enabled'
    networkAcls: {
      defaultAction: private ? 'Deny' : 'Allow'
    }
  }

  resource deployment 'deployments' = {
    name: deploymentName
    sku: {
      // Within the European Union: documents may be confidential.
      name: 'DataZoneStandard'
      capacity: capacity
    }
    properties: {
      model: {
        format: 'OpenAI'
        name: model.name
        version: model.version
      }
    }
  }
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, cognitiveServicesOpenAiUser)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', cognitiveServicesOpenAiUser)
  }
}
