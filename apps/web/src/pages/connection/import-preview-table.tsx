import type { ImportPreview } from '@fieldledger/contract'
import { StatusBadge, type StatusTone } from '@fieldledger/ui'
import { Box, Table, Text, Title } from '@mantine/core'
import { messages } from './messages.ts'

type Outcome = ImportPreview['rows'][number]['outcome']

const tones: Record<Outcome, StatusTone> = {
  create: 'good',
  link: 'good',
  update: 'good',
  'already-linked': 'grey',
  'skip-inactive': 'grey',
  conflict: 'warning',
}

/** More of them nobody reads, and a browser does not show. */
const mostShown = 500

export function ImportPreviewTable({ preview }: { preview: ImportPreview }) {
  return (
    <div>
      <Title order={3}>{messages.counted(messages.importLists[preview.list], preview.rows.length)}</Title>
      <Box mah={360} style={{ overflow: 'auto' }} tabIndex={0}>
        <Table stickyHeader layout="fixed" fz="sm" aria-label={messages.importLists[preview.list]}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{messages.nameThere}</Table.Th>
              <Table.Th w="45%">{messages.outcome}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {preview.rows.slice(0, mostShown).map((row) => (
              <Table.Tr key={row.remote.id}>
                <Table.Td>
                  {row.remote.name ?? row.remote.id}
                  {row.note === undefined ? null : (
                    <Text size="sm" c="dimmed">
                      {row.note}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <StatusBadge tone={tones[row.outcome]} word={messages.outcomes[row.outcome]} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
      {preview.rows.length > mostShown ? (
        <Text size="sm" c="dimmed">
          {messages.moreRows(preview.rows.length - mostShown)}
        </Text>
      ) : null}
    </div>
  )
}
