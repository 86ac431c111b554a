import type { AttentionEntry, AttentionGroup } from '@fieldledger/contract'
import { type Column, DataTable, DateText, Money } from '@fieldledger/ui'
import { Anchor, Box, Button, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { usePages } from '../../data/use-pages.ts'
import { MoreRows } from '../../lists/more-rows.tsx'
import { AttentionButtons } from './attention-buttons.tsx'
import { messages } from './messages.ts'
import { useCuresTogether } from './use-cures-together.ts'

function columnsOf(
  { code, cause, cure, entries }: AttentionGroup,
  options: { curedAbove: boolean },
): readonly Column<AttentionEntry>[] {
  return [
    {
      id: 'number',
      oneLine: true,
      share: 14,
      label: messages.number,
      cell: (entry) => (
        <Anchor component={Link} to={`/submissions/${entry.submissionId}`}>
          {entry.number ?? messages.numberFollows}
        </Anchor>
      ),
    },
    { id: 'vendor', cut: 24, label: messages.vendor, cell: ({ vendorName }) => vendorName },
    {
      id: 'total',
      oneLine: true,
      share: 12,
      label: messages.total,
      align: 'right',
      cell: ({ total }) => <Money amount={total} />,
    },
    // What the heading says already is not said once more in each row.
    ...(entries.every(({ message }) => message === cause)
      ? []
      : [
          {
            id: 'why',
            label: messages.why,
            cell: ({ message }: AttentionEntry) => <Why message={message} />,
          },
        ]),
    {
      id: 'since',
      oneLine: true,
      label: messages.since,
      cell: ({ since }) => <DateText value={since} style="relative" />,
      wideOnly: true,
    },
    ...(options.curedAbove
      ? []
      : [
          {
            id: 'cure',
            label: messages.cure,
            cell: (entry: AttentionEntry) => <AttentionButtons entry={entry} code={code} cure={cure} />,
          },
        ]),
  ]
}

/** What differs may be long: it stands whole on the form, where it is decided. */
function Why({ message }: { message: string }) {
  return (
    <Text size="sm" lineClamp={4} title={message}>
      {message}
    </Text>
  )
}

/** Of a long list the first ones, so that the next cause is in sight too. */
const shownAtFirst = 10

export function AttentionTable({ group }: { group: AttentionGroup }) {
  const [whole, setWhole] = useState(false)
  const { entries, count, key } = group
  const held = usePages<AttentionEntry>({
    key: ['attention', 'held'],
    path: `/needs-attention/documents?cause=${encodeURIComponent(key)}`,
    enabled: whole && count > entries.length,
  })
  const known = held.rows.length > entries.length ? held.rows : entries
  const together = useCuresTogether(group) !== undefined
  // The button of a cause that holds one document is that document's own.
  const curedAbove = together && count === 1 && entries[0]?.taskId !== undefined
  const folded = !whole && entries.length > shownAtFirst + 2
  return (
    <>
      <DataTable
        label={group.cause}
        rows={folded ? known.slice(0, shownAtFirst) : known}
        columns={columnsOf(group, { curedAbove })}
        rowId={(entry) => `${entry.submissionId}${entry.runId ?? ''}${entry.effectId ?? ''}`}
        empty={null}
        frameless
      />
      {folded ? (
        <Button variant="subtle" size="compact-sm" m="xs" onClick={() => setWhole(true)}>
          {messages.showAll(count)}
        </Button>
      ) : null}
      {whole && held.rows.length > 0 ? (
        <Box px="md" py={6}>
          <MoreRows {...held} />
        </Box>
      ) : null}
    </>
  )
}
