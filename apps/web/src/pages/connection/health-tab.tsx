import type { AuthoriseAnswer, ConnectionView } from '@fieldledger/contract'
import { DateText, Panel } from '@fieldledger/ui'
import { Alert, Button, DataList, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import { useMay } from '../../session/me-context.ts'
import { ConnectionStateBadge } from '../connections/connection-state-badge.tsx'
import { DisconnectDrawer } from './disconnect-drawer.tsx'
import { HealthSignals } from './health-signals.tsx'
import { messages } from './messages.ts'

/** Does it work. */
export function HealthTab({ connection }: { connection: ConnectionView }) {
  const mayManage = useMay('connection.manage')
  const [leaving, setLeaving] = useState(false)
  const done = useDone()
  const { health, linked } = connection
  const path = `/connections/${connection.id}`
  const reconnect = async () => {
    const { url } = await api.post<AuthoriseAnswer>(`${path}/authorize`)
    location.assign(url)
  }
  return (
    <Panel>
      <Stack>
        {connection.state === 'disconnected' ? null : <HealthSignals connectionId={connection.id} />}
        {health.message && connection.state !== 'active' ? (
          <Alert color="yellow">{health.message}</Alert>
        ) : null}
        <DataList labelWidth={170}>
          <DataList.Item>
            <DataList.ItemLabel>{messages.state}</DataList.ItemLabel>
            <DataList.ItemValue>
              <ConnectionStateBadge state={connection.state} />
            </DataList.ItemValue>
          </DataList.Item>
          <DataList.Item>
            <DataList.ItemLabel>{messages.ledgerCompany}</DataList.ItemLabel>
            <DataList.ItemValue>{connection.ledgerCompany}</DataList.ItemValue>
          </DataList.Item>
          <DataList.Item>
            <DataList.ItemLabel>{messages.currency}</DataList.ItemLabel>
            <DataList.ItemValue>{connection.currency}</DataList.ItemValue>
          </DataList.Item>
          <DataList.Item>
            <DataList.ItemLabel>{messages.checked}</DataList.ItemLabel>
            <DataList.ItemValue>
              {health.checkedAt ? <DateText value={health.checkedAt} style="relative" /> : null}
            </DataList.ItemValue>
          </DataList.Item>
          <DataList.Item>
            <DataList.ItemLabel>{messages.linked}</DataList.ItemLabel>
            <DataList.ItemValue>{messages.linkedCounts(linked)}</DataList.ItemValue>
          </DataList.Item>
        </DataList>
        {mayManage ? (
          <Group>
            {connection.state === 'active' ? (
              <Button
                variant="default"
                onClick={() => void done(() => api.post(`${path}/health`), messages.checkedNow)}
              >
                {messages.checkNow}
              </Button>
            ) : null}
            <Button
              variant={connection.state === 'active' ? 'default' : 'filled'}
              onClick={() => void done(reconnect, messages.reconnect)}
            >
              {messages.reconnect}
            </Button>
            {connection.state === 'disconnected' ? null : (
              <Button variant="subtle" color="red" onClick={() => setLeaving(true)}>
                {messages.disconnect}
              </Button>
            )}
          </Group>
        ) : null}
        <DisconnectDrawer connectionId={connection.id} opened={leaving} onClose={() => setLeaving(false)} />
      </Stack>
    </Panel>
  )
}
