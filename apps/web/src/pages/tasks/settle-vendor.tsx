import type { TaskView, VendorView } from '@fieldledger/contract'
import { LoadState, Panel } from '@fieldledger/ui'
import { Alert, Button, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { useDone } from '../../cures/use-done.ts'
import { useConnections } from '../../data/use-connections.ts'
import { useMay } from '../../session/me-context.ts'
import { LinksOfRecord } from '../catalogue/links-of-record.tsx'
import { ProposedVendorPart } from '../catalogue/proposed-vendor-part.tsx'
import { messages } from './messages.ts'

/** A vendor that the field named: create it in the ledger, link it, take it in, or say which of ours it is. */
export function SettleVendor({ task }: { task: TaskView }) {
  const id = task.vendorId ?? ''
  const vendor = useQuery({
    queryKey: ['catalogue', 'vendors', id],
    queryFn: ({ signal }) => api.get<VendorView>(`/vendors/${id}`, signal),
  })
  return (
    <Panel title={messages.vendorTitle}>
      <Stack>
        {task.problems.map(({ message }) => (
          <Alert key={message} color="yellow" py={6}>
            {message}
          </Alert>
        ))}
        <LoadState query={vendor} retryLabel={messages.retry}>
          {(view) => <WaysToSettle task={task} vendor={view} />}
        </LoadState>
      </Stack>
    </Panel>
  )
}

function WaysToSettle({ task, vendor }: { task: TaskView; vendor: VendorView }) {
  const connections = useConnections({ enabled: useMay('connection.read') })
  const done = useDone()
  const close = () =>
    done(() => api.post(`/tasks/${task.id}/decision`, { choice: 'done' }), messages.finished)
  return (
    <Stack>
      {vendor.phone ? <Text c="dimmed">{messages.vendorPhone(vendor.phone)}</Text> : null}
      <LinksOfRecord list="vendors" record={vendor} connections={connections.data ?? []} />
      {vendor.state === 'proposed' ? (
        <ProposedVendorPart vendor={vendor} onDone={() => undefined} />
      ) : (
        <Alert color="blue">
          <Stack gap="xs">
            {messages.vendorSettled}
            <Button w="fit-content" variant="default" onClick={() => void close()}>
              {messages.vendorClose}
            </Button>
          </Stack>
        </Alert>
      )}
    </Stack>
  )
}
