import { Table } from '@mantine/core'
import type { ReactNode } from 'react'

/** The same fields on two sides, beside each other; what is too wide for a phone scrolls by itself. */
export function TwoSides(props: {
  label?: string
  headings: { field: string; left: string; right: string }
  rows: readonly { field: string; left: ReactNode; right: ReactNode }[]
  /** What stands where a side has nothing. */
  empty?: string
}) {
  const { label, headings, rows, empty = '' } = props
  return (
    <Table.ScrollContainer minWidth={300}>
      <Table fz="sm" aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{headings.field}</Table.Th>
            <Table.Th>{headings.left}</Table.Th>
            <Table.Th>{headings.right}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ field, left, right }) => (
            <Table.Tr key={field}>
              <Table.Th scope="row">{field}</Table.Th>
              <Table.Td>{left || empty}</Table.Td>
              <Table.Td>{right || empty}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
