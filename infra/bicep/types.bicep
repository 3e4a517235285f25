metadata description = 'What the parameter files write.'

@export()
@description('Somebody who gets mail.')
type recipient = {
  email: string
  language: ('Nl' | 'En')
}

@export()
@description('A Teams channel. The address of its webhook is the secret teams-webhook-N of the vault, where N is its number here, from 0.')
type channel = {
  name: string
  language: ('Nl' | 'En')
}

@export()
@description('The mail server. With a user, the password is the secret smtp-password of the vault.')
type mailServer = {
  host: string
  port: int
  security: ('StartTls' | 'Tls' | 'None')
  user: string
  from: string
}

@export()
@description('Azure OpenAI, if it is wanted. capacity is in thousands of tokens a minute.')
type model = {
  name: string
  version: string
  capacity: int
}

@export()
@description('What a month may cost before somebody is told, in the currency of the subscription, and the first day of the month from which it counts.')
type budget = {
  amount: int
  start: string
}
