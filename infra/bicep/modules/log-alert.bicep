metadata description = 'One alert over the logs.'

param name string
param location string
param tags object
param text string

@minValue(0)
@maxValue(4)
param severity int
param workspaceId string
param actionGroupId string
param query string

@description('Every so many minutes the query looks at as many.')
@allowed([15, 60])
param minutes int

@description('Whether it is raised when the query finds something, or when it finds nothing.')
@allowed(['some', 'none'])
param when string

var period = minutes == 60 ? 'PT1H' : 'PT15M'

resource rule 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'tenderwatch-${name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'TenderWatch: ${name}'
    description: '${text} See docs/runbook.md.'
    enabled: true
    severity: severity
    scopes: [workspaceId]
    evaluationFrequency: period
    windowSize: period
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: query
          timeAggregation: 'Count'
          operator: when == 'some' ? 'GreaterThanOrEqual' : 'LessThan'
          threshold: 1
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [actionGroupId]
    }
  }
}
