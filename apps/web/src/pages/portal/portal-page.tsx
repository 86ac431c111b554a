import type { PortalPage as Portal } from '@fieldledger/contract'
import { CompanySettingsProvider, DateText, EmptyState, LoadState } from '@fieldledger/ui'
import { Box, Group, Stack, Text, Title } from '@mantine/core'
import { IconForms } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { api } from '../../api/api.ts'
import { PracticeBadge } from '../../shell/practice-badge.tsx'
import { Entrance } from '../sign-in/entrance.tsx'
import { messages } from './messages.ts'
import { PortalForms } from './portal-forms.tsx'
import classes from './portal-page.module.css'
import { PortalSent } from './portal-sent.tsx'

/** What a supplier's link opens, without an account: the forms that it may submit, and what became of earlier ones. */
export function PortalPage() {
  const { token = '' } = useParams()
  const portal = useQuery({
    queryKey: ['portal', token],
    queryFn: ({ signal }) => api.get<Portal>(`/portal/${token}`, signal),
    retry: false,
  })
  const shown = (
    <LoadState query={portal} retryLabel={messages.retry}>
      {(page) => <Supplier token={token} page={page} />}
    </LoadState>
  )
  if (portal.error) return <Entrance title={messages.noPortal}>{shown}</Entrance>
  return (
    <Box component="main" p="md" maw={720} mx="auto" className={classes.alone}>
      {shown}
    </Box>
  )
}

function Supplier({ token, page }: { token: string; page: Portal }) {
  return (
    <CompanySettingsProvider value={{ timeZone: page.timeZone, locale: 'en-US' }}>
      <Stack>
        <div>
          <Group gap="xs" mb={4}>
            <Text c="dimmed">{messages.asks(page.company)}</Text>
            {page.practice ? <PracticeBadge /> : null}
          </Group>
          <Title order={1}>{page.vendor}</Title>
        </div>
        {page.forms.length === 0 ? (
          <EmptyState icon={<IconForms size={24} />} title={messages.noForms} hint={messages.noFormsHint} />
        ) : (
          <PortalForms token={token} page={page} />
        )}
        <PortalSent sent={page.sent} />
        <Text size="sm" c="dimmed">
          {messages.until} <DateText value={page.expiresAt} />
        </Text>
      </Stack>
    </CompanySettingsProvider>
  )
}
