import type { PortalLinksOfVendor, PortalLinkView } from '@fieldledger/contract'
import { CopyableCode } from '@fieldledger/ui'
import { Alert, Button, Stack, Text, Title } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/api.ts'
import { useMay } from '../../../session/me-context.ts'
import type { CatalogueRecord } from '../catalogue-record.ts'
import { messages } from './messages.ts'
import { NewPortalLink } from './new-portal-link.tsx'
import { PortalLinkRow } from './portal-link-row.tsx'

/** Links by which this supplier submits forms: made, copied, sent, taken back. */
export function PortalLinks({ vendor }: { vendor: CatalogueRecord }) {
  const mayEdit = useMay('catalogue.edit')
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<{ link: PortalLinkView; email: string }>()
  const path = `/vendors/${vendor.id}/portal-links`
  const links = useQuery({
    queryKey: ['catalogue', 'portal-links', vendor.id],
    queryFn: ({ signal }) => api.get<PortalLinksOfVendor>(path, signal),
    enabled: mayEdit,
  })
  if (!mayEdit || links.data === undefined) return null
  return (
    <Stack gap="sm">
      <Title order={2}>{messages.title}</Title>
      <Text size="sm" c="dimmed">
        {messages.hint}
      </Text>
      {made?.link.url ? (
        <>
          <Alert color="teal" role="status">
            {made.email === '' ? messages.made : messages.mailed(made.email)}
          </Alert>
          <CopyableCode value={made.link.url} copyLabel={messages.copy} copiedLabel={messages.copied} />
        </>
      ) : null}
      {links.data.rows.map((link) => (
        <PortalLinkRow key={link.id} link={link} path={path} />
      ))}
      {making ? (
        <NewPortalLink
          path={path}
          forms={links.data.forms}
          email={
            String(vendor.email ?? '')
              .split(/[,;]/)[0]
              ?.trim() ?? ''
          }
          onMade={(link, email) => {
            setMade({ link, email })
            setMaking(false)
          }}
          onCancel={() => setMaking(false)}
        />
      ) : (
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconLink size={16} aria-hidden />}
          onClick={() => setMaking(true)}
        >
          {messages.make}
        </Button>
      )}
    </Stack>
  )
}
