import type { ReconciledRow } from '@fieldledger/contract'
import { Table } from '@mantine/core'
import { messages } from './messages.ts'

export function DifferenceTable({ differences }: Pick<ReconciledRow, 'differences'>) {
  return (
    <Table.ScrollContainer minWidth={300}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{messages.field}</Table.Th>
            <Table.Th>{messages.ours}</Table.Th>
            <Table.Th>{messages.theirs}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differences.map(({ field, sent, found }) => (
            <Table.Tr key={field}>
              <Table.Td>{field}</Table.Td>
              <Table.Td>{sent || messages.empty}</Table.Td>
              <Table.Td>{found || messages.empty}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
