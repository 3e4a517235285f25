metadata description = 'Who is told, as settings of the product.'

import { channel, mailServer, recipient } from 'types.bicep'

@export()
@description('The settings of the section Notifications, by their names; secrets are references to the vault.')
func notificationSettings(vaultUri string, mail mailServer?, recipients recipient[], teams channel[]) object =>
  union(
    mail == null
      ? {}
      : {
          TenderWatch__Notifications__From: mail!.from
          TenderWatch__Notifications__Smtp__Host: mail!.host
          TenderWatch__Notifications__Smtp__Port: string(mail!.port)
          TenderWatch__Notifications__Smtp__Security: mail!.security
        },
    empty(mail.?user ?? '')
      ? {}
      : {
          TenderWatch__Notifications__Smtp__User: mail!.user
          TenderWatch__Notifications__Smtp__Password: secret(vaultUri, 'smtp-password')
        },
    reduce(
      recipients,
      {},
      (all, one, index) =>
        union(all, {
          'TenderWatch__Notifications__Recipients__${index}__Email': one.email
          'TenderWatch__Notifications__Recipients__${index}__Language': one.language
        })
    ),
    reduce(
      teams,
      {},
      (all, one, index) =>
        union(all, {
          'TenderWatch__Notifications__Teams__${index}__Name': one.name
          'TenderWatch__Notifications__Teams__${index}__Language': one.language
          'TenderWatch__Notifications__Teams__${index}__Webhook': secret(vaultUri, 'teams-webhook-${index}')
        })
    )
  )

func secret(vaultUri string, name string) string => '@Microsoft.KeyVault(SecretUri=${vaultUri}secrets/${name}/)'
