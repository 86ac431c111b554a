import type { RemoteItem } from '@fieldledger/accounting'
import type { MaterialView } from '@fieldledger/contract'
import { UnitPrice } from '@fieldledger/ui'
import { Table } from '@mantine/core'
import { messages } from '../messages.ts'

/** Ours beside theirs, before they are paired. */
export function ComparedItem({ material, item }: { material: MaterialView; item: RemoteItem }) {
  const price = (value: string | undefined) => (value === undefined ? '' : <UnitPrice value={value} />)
  const rows = [
    { label: messages.name, ours: material.name, theirs: item.name },
    { label: messages.sku, ours: material.sku, theirs: item.sku },
    { label: messages.description, ours: material.description, theirs: item.description },
    {
      label: messages.price,
      ours: material.freeOfCharge ? messages.freeOfCharge : price(material.price),
      theirs: price(item.purchaseCost),
    },
    { label: messages.supplier, ours: undefined, theirs: item.preferredVendor?.name },
  ]
  return (
    <Table fz="sm" withTableBorder aria-label={messages.mapHint}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{messages.field}</Table.Th>
          <Table.Th>{messages.ours}</Table.Th>
          <Table.Th>{messages.theirs}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ label, ours, theirs }) => (
          <Table.Tr key={label}>
            <Table.Td>{label}</Table.Td>
            <Table.Td>{ours}</Table.Td>
            <Table.Td>{theirs}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
