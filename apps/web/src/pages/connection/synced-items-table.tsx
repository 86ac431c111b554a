import type { SyncItemsAnswer } from '@fieldledger/contract'
import { StatusBadge, type StatusTone } from '@fieldledger/ui'
import { Box, Table, Text } from '@mantine/core'
import { messages } from './messages.ts'

type Row = SyncItemsAnswer['rows'][number]

const tones: Record<Row['outcome'], StatusTone> = {
  synchronised: 'good',
  changed: 'good',
  moved: 'good',
  unchanged: 'grey',
  disappeared: 'warning',
  conflict: 'warning',
  'not-mapped': 'grey',
}
const order = Object.keys(tones)
/** More of them nobody reads, and a browser does not show. */
const mostShown = 500

/** What needs eyes first, then what changed, then the rest. */
export function SyncedItemsTable({ rows }: { rows: readonly Row[] }) {
  const rank = ({ outcome, notes }: Row) =>
    tones[outcome] === 'warning' || notes.length > 0 ? -1 : order.indexOf(outcome)
  return (
    <Box mah={360} style={{ overflow: 'auto' }} tabIndex={0}>
      <Table stickyHeader fz="sm" aria-label={messages.syncTitle}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{messages.nameThere}</Table.Th>
            <Table.Th>{messages.outcome}</Table.Th>
            <Table.Th>{messages.note}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...rows]
            .sort((one, other) => rank(one) - rank(other))
            .slice(0, mostShown)
            .map((row) => (
              <Table.Tr key={row.remote.id}>
                <Table.Td>{row.remote.name ?? row.remote.id}</Table.Td>
                <Table.Td>
                  <StatusBadge tone={tones[row.outcome]} word={messages.syncOutcomes[row.outcome]} />
                </Table.Td>
                <Table.Td>{row.notes.join(' ')}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
      {rows.length > mostShown ? (
        <Text size="sm" c="dimmed">
          {messages.moreRows(rows.length - mostShown)}
        </Text>
      ) : null}
    </Box>
  )
}
