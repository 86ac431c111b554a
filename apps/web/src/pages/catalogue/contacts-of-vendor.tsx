import { Anchor, List, Stack, Title } from '@mantine/core'
import type { CatalogueRecord } from './catalogue-record.ts'
import { messages } from './messages.ts'

/** One contact for each address of the e-mail field, where there are several. */
export function ContactsOfVendor({ vendor }: { vendor: CatalogueRecord }) {
  const contacts = (vendor.contacts ?? []) as readonly { email: string }[]
  if (contacts.length < 2) return null
  return (
    <Stack gap="xs">
      <Title order={2}>{messages.contacts}</Title>
      <List aria-label={messages.contacts}>
        {contacts.map(({ email }) => (
          <List.Item key={email}>
            <Anchor href={`mailto:${email}`}>{email}</Anchor>
          </List.Item>
        ))}
      </List>
    </Stack>
  )
}
