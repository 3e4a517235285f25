metadata description = '''
What people are told by mail when the service itself cannot tell them. Every query looks for events of src/ by number (as the app sends them itself) or by
name (as the Functions host passes them on, without the number); docs/runbook.md says of each what to do.
'''

param location string
param tags object
param workspaceId string

@description('Who gets the mails.')
param emails string[]

var alerts = [
  {
    name: 'source-troubled'
    severity: 2
    events: [{ id: 104, name: 'SourceAlarm' }]
    text: 'A source is silent, failing, untrusted or behind.'
  }
  {
    name: 'dead-letter'
    severity: 2
    events: [{ id: 5003, name: 'LogDead' }]
    text: 'A message could not be sent and is given up.'
  }
  {
    name: 'case-stuck'
    severity: 2
    events: [{ id: 210, name: 'CaseStuck' }]
    text: 'The review of a case does not get on.'
  }
  {
    name: 'quarantine'
    severity: 3
    events: [{ id: 102, name: 'LogQuarantined' }]
    text: 'A publication could not be read.'
  }
  {
    name: 'pages-failing'
    severity: 2
    events: [{ id: 7001, name: 'RequestBroken' }, { id: 7002, name: 'NotReady' }]
    text: 'A page or a request failed, or storage does not answer.'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'tenderwatch'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'TenderWatch'
    emailReceivers: [
      for (email, index) in emails: {
        name: 'mail-${index}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

module alert 'log-alert.bicep' = [
  for alert in alerts: {
    name: 'alert-${alert.name}'
    params: {
      name: alert.name
      location: location
      tags: tags
      text: alert.text
      severity: alert.severity
      workspaceId: workspaceId
      actionGroupId: people.id
      query: 'AppTraces | where tostring(coalesce(Properties.CategoryName, Properties.Category)) startswith "TenderWatch" and (toint(Properties.EventId) in (${join(map(alert.events, event => string(event.id)), ', ')}) or tostring(Properties.EventName) in ("${join(map(alert.events, event => event.name), '", "')}"))'
      minutes: 15
      when: 'some'
    }
  }
]

module still 'log-alert.bicep' = {
  name: 'alert-service-still'
  params: {
    name: 'service-still'
    location: location
    tags: tags
    text: 'The service does nothing at all, so that no source is watched and nobody is told: its timers run every minute.'
    severity: 1
    workspaceId: workspaceId
    actionGroupId: people.id
    query: 'union isfuzzy=true AppRequests, AppTraces'
    minutes: 60
    when: 'none'
  }
}
