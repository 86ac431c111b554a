import type { LedgerPreflight } from '@fieldledger/contract'
import { Money } from '@fieldledger/ui'
import { Box, Table, Text } from '@mantine/core'
import { messages } from './messages.ts'

/** Whom the form will be split between, before somebody says yes to it. */
export function PlannedOrders({ row }: { row: LedgerPreflight }) {
  const { orders = [], providerLabel, documentLabel } = row
  if (orders.length === 0) return null
  const title = messages.willBeSplit({ count: orders.length, document: documentLabel, ledger: providerLabel })
  return (
    <Box role="region" aria-label={title}>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Table fz="sm" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{messages.vendor}</Table.Th>
            <Table.Th ta="right">{messages.lines}</Table.Th>
            <Table.Th ta="right">{messages.total}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody className="numeric">
          {orders.map((order) => (
            <Table.Tr key={`${order.vendor} ${order.lines} ${order.total.minor}`}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {order.vendor === '' ? messages.vendorUnknown : order.vendor}
              </Table.Td>
              <Table.Td ta="right">{order.lines}</Table.Td>
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                <Money amount={order.total} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  )
}
