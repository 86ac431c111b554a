import type { VendorView } from '@fieldledger/contract'
import { StatusBadge } from '@fieldledger/ui'
import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api/api.ts'
import { ledgerStates } from '../status/messages.ts'
import { messages } from './messages.ts'
import { useDone } from './use-done.ts'

/** The button carries the vendor's name: on a phone it takes a second line instead of leaving its panel. */
const wraps = {
  w: 'fit-content',
  maw: '100%',
  h: 'auto',
  mih: 36,
  py: 6,
  styles: { label: { whiteSpace: 'normal', height: 'auto', lineHeight: 1.35 } },
} as const

/** "Create in the ledger", and how far it has come: what waited for the vendor goes on by itself. */
export function CreateVendor(props: {
  recordId: string
  recordName: string
  connectionId: string
  ledgerLabel: string
}) {
  const done = useDone()
  const path = `/vendors/${props.recordId}`
  const vendor = useQuery({
    queryKey: ['catalogue', 'vendors', props.recordId],
    queryFn: ({ signal }) => api.get<VendorView>(path, signal),
  })
  const creation = vendor.data?.creations.find(({ connectionId }) => connectionId === props.connectionId)
  const create = () =>
    done(
      () => api.post(`${path}/create-in-ledger`, { connectionId: props.connectionId }),
      messages.creationAsked,
    )
  const notThere = () =>
    done(
      () => api.post(`/effects/${creation?.effectId}/resolve`, { how: 'not-there-send-again' }),
      messages.creationAsked,
    )
  if (vendor.data === undefined) return null
  const isLinked = vendor.data.links.some(({ connectionId }) => connectionId === props.connectionId)
  if (creation === undefined)
    // Its pair is inactive there, or gone: making it again would be asked for, and nothing would come of it.
    return isLinked ? null : (
      <Button variant="default" {...wraps} onClick={() => void create()}>
        {messages.createThere(props.recordName, props.ledgerLabel)}
      </Button>
    )
  const asksPerson = creation.state === 'needs-attention' || creation.state === 'rejected'
  const unresolved = creation.code === 'outcome-unknown'
  return (
    <Group gap="xs" data-vendor-creation={creation.state}>
      <StatusBadge {...ledgerStates[creation.state]} />
      <Text size="sm" style={{ flex: 1, minWidth: 200 }}>
        {asksPerson
          ? creation.message
          : creation.state === 'unknown'
            ? messages.creationUnknown(props.ledgerLabel)
            : messages.creating(props.ledgerLabel)}
      </Text>
      {asksPerson ? (
        <Button variant="default" {...wraps} onClick={() => void (unresolved ? notThere() : create())}>
          {unresolved ? messages.creationNotThere : messages.createAgain(props.recordName, props.ledgerLabel)}
        </Button>
      ) : null}
    </Group>
  )
}
