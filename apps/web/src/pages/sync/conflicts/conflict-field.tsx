import type { ConflictView } from '@fieldledger/contract'
import { DateText, UnitPrice } from '@fieldledger/ui'
import { Checkbox, Paper, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { RecordInput } from '../../catalogue/record-input.tsx'
import { type Chosen, fieldOf, problemOf } from './chosen.ts'
import { messages } from './messages.ts'

/** Both values with who and when, and which of them stands, or another one. */
export function ConflictField(props: {
  kind: ConflictView['kind']
  conflict: ConflictView['fields'][number]
  ledger: string
  chosen: Chosen | undefined
  disabled: boolean
  /** Whether it was tried to take over what was chosen. */
  tried: boolean
  onChoose: (chosen: Chosen) => void
}) {
  const { conflict, chosen } = props
  const ownField = fieldOf(props.kind, conflict.field)
  const field = ownField.label
  const label = props.kind === 'vendor' ? messages.value(field) : messages.valueHere(field)
  const before: Chosen = chosen ?? { take: 'ours', value: conflict.ours ?? '', always: false }
  const shown = (text: string | undefined) =>
    text !== undefined && ownField.kind === 'decimal' ? <UnitPrice value={text} /> : text
  const side = before.take === 'theirs' ? messages.theirs : messages.ours
  return (
    <Paper withBorder p="sm">
      <Stack gap="sm">
        <Text fw={600}>{field}</Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <Value title={messages.here} value={shown(conflict.ours)}>
            {conflict.oursBy ? messages.changedBy(conflict.oursBy) : null} {messages.changedHere}{' '}
            <DateText value={conflict.oursAt} style="relative" />
          </Value>
          <Value title={messages.there(props.ledger)} value={shown(conflict.theirs)}>
            {messages.seenThere} <DateText value={conflict.theirsSeenAt} style="relative" />
          </Value>
        </SimpleGrid>
        {conflict.agreed === undefined ? null : (
          <Text size="sm" c="dimmed">
            {messages.before} {shown(conflict.agreed)}
          </Text>
        )}
        {props.disabled ? null : (
          <>
            <SegmentedControl
              maw={420}
              aria-label={messages.take(field)}
              value={chosen?.take ?? ''}
              data={[
                { value: 'ours', label: messages.ours },
                { value: 'theirs', label: messages.theirs },
                ...(conflict.names === undefined ? [{ value: 'other', label: messages.other }] : []),
              ]}
              onChange={(take) => props.onChoose({ ...before, take: take as Chosen['take'] })}
            />
            {chosen?.take === 'other' ? (
              <RecordInput
                field={{ ...ownField, label, required: false }}
                value={chosen.value}
                problem={problemOf(props.kind, { name: conflict.field, chosen })}
                tried={props.tried}
                onChange={(value) => props.onChoose({ ...chosen, value })}
              />
            ) : null}
            {chosen !== undefined && chosen.take !== 'other' ? (
              <Checkbox
                label={messages.always(side, field)}
                checked={chosen.always}
                onChange={(event) => props.onChoose({ ...chosen, always: event.currentTarget.checked })}
              />
            ) : null}
          </>
        )}
      </Stack>
    </Paper>
  )
}

function Value(props: { title: string; value: ReactNode; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {props.title}
      </Text>
      <Text style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
        {props.value ?? <em>{messages.empty}</em>}
      </Text>
      <Text size="xs" c="dimmed" component="div">
        {props.children}
      </Text>
    </div>
  )
}
