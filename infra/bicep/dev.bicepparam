// To try it out: public endpoints, evidence that can be thrown away after a day, little memory.
using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param contact = readEnvironmentVariable('TENDERWATCH_CONTACT')
param signInClientId = readEnvironmentVariable('TENDERWATCH_SIGN_IN_CLIENT_ID')
param alertEmails = [readEnvironmentVariable('TENDERWATCH_ALERT_EMAIL')]

param privateNetwork = false
param evidenceRetentionDays = 1
param confidentialRetentionDays = 1
param lockEvidence = false
param redundancy = 'Standard_LRS'
param deletionLocks = false
param logRetentionDays = 30
param logDailyGigabytes = 1
param instanceMemory = 2048
