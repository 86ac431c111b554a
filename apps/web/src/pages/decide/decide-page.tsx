import type { DecisionPage } from '@fieldledger/contract'
import { CompanySettingsProvider, DateText, LoadState, Money, Panel } from '@fieldledger/ui'
import { Alert, Box, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { api } from '../../api/api.ts'
import { Entrance } from '../sign-in/entrance.tsx'
import { ValueList } from '../submission/value-list.tsx'
import { DecideButtons } from './decide-buttons.tsx'
import { messages } from './messages.ts'

/** What a link from a mail opens, without a session: the form and two buttons; afterwards what was decided. */
export function DecidePage() {
  const { token = '' } = useParams()
  const decision = useQuery({
    queryKey: ['decide', token],
    queryFn: ({ signal }) => api.get<DecisionPage>(`/decide/${token}`, signal),
    retry: false,
  })
  const shown = (
    <LoadState query={decision} retryLabel={messages.retry}>
      {(page) => <Decision token={token} page={page} />}
    </LoadState>
  )
  if (decision.error)
    return (
      <Entrance title={messages.noDecision}>
        {shown}
        <Button component={Link} to="/tasks" variant="default">
          {messages.toTasks}
        </Button>
      </Entrance>
    )
  return (
    <Box component="main" p="md" maw={720} mx="auto">
      {shown}
    </Box>
  )
}

function Decision({ token, page }: { token: string; page: DecisionPage }) {
  const { form, decided, timeZone } = page
  return (
    <CompanySettingsProvider value={{ timeZone, locale: 'en-US' }}>
      <Stack>
        <Text c="dimmed">{messages.asked(page.person, page.company)}</Text>
        <Title order={1}>{page.title}</Title>
        <Group justify="space-between">
          <Text>
            {messages.by(form.submittedBy)} <DateText value={form.submittedAt} />
          </Text>
          <Text fw={650}>
            {messages.total} <Money amount={form.total} />
          </Text>
        </Group>
        {decided ? (
          <Alert color={decided.choice === 'approve' ? 'teal' : 'red'} role="status">
            {messages.decided(decided.by, decided.choice)} <DateText value={decided.at} />
            {page.state === 'open' ? ` ${messages.waits(page.approved, page.wanted)}` : null}
          </Alert>
        ) : null}
        {page.state === 'cancelled' ? <Alert color="gray">{messages.takenBack}</Alert> : null}
        <Panel title={messages.form}>
          <ValueList submission={form} />
        </Panel>
        {page.state === 'open' && !decided ? (
          <DecideButtons token={token} noteRequired={page.noteRequired} />
        ) : null}
      </Stack>
    </CompanySettingsProvider>
  )
}
