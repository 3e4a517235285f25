// For daily work: private endpoints, evidence for ten years, nothing that can be deleted by accident.
using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param contact = readEnvironmentVariable('TENDERWATCH_CONTACT')
param signInClientId = readEnvironmentVariable('TENDERWATCH_SIGN_IN_CLIENT_ID')
param alertEmails = [readEnvironmentVariable('TENDERWATCH_ALERT_EMAIL')]

// Who is told. Fill these in once the secrets are in the vault (docs/deploy.md); examples:
//   param mail = { host: 'smtp.example.org', port: 587, security: 'StartTls', user: 'tenderwatch', from: 'TenderWatch <tenderwatch@example.org>' }
//   param recipients = [{ email: 'inkoop@example.org', language: 'Nl' }]
//   param teams = [{ name: 'Inkoop', language: 'Nl' }]

param privateNetwork = true
// From where you put secrets into the vault; empty when you are done, or when you are in the network.
param vaultAddresses = empty(readEnvironmentVariable('TENDERWATCH_VAULT_ADDRESS', '')) ? [] : [readEnvironmentVariable('TENDERWATCH_VAULT_ADDRESS', '')]
// Longer than the contract that the oldest case is about: eight years with options, and the time before it. Ask whoever keeps your records.
param evidenceRetentionDays = 3653
// Three years: documents of tenderers who did not win may go three years after the award, and were entered before it.
param confidentialRetentionDays = 1096
// Cannot be undone: azd env set TENDERWATCH_LOCK_EVIDENCE true, once the first cases verify.
param lockEvidence = bool(readEnvironmentVariable('TENDERWATCH_LOCK_EVIDENCE', 'false'))
param redundancy = 'Standard_GZRS'
param deletionLocks = true
param logRetentionDays = 90
param logDailyGigabytes = 5
param instanceMemory = 2048
// azd env set TENDERWATCH_BUDGET_START 2027-01-01: the first of the month in which you deploy for the first time. Empty for no budget.
param monthlyBudget = empty(readEnvironmentVariable('TENDERWATCH_BUDGET_START', ''))
  ? null
  : { amount: int(readEnvironmentVariable('TENDERWATCH_BUDGET', '150')), start: readEnvironmentVariable('TENDERWATCH_BUDGET_START', '') }
