import type { MaterialRow, MaterialTableField } from '@fieldledger/forms'
import { Money, UnitPrice, useIsPhone } from '@fieldledger/ui'
import { Box, Button, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { LineList } from './line-list.tsx'
import { messages } from './messages.ts'
import classes from './value-list.module.css'

const shownAtOnce = 50

export function LineTable(props: {
  field: MaterialTableField
  rows: readonly MaterialRow[]
  names: Record<string, string>
}) {
  const { rows, names } = props
  const { columns } = props.field
  const [shown, setShown] = useState(shownAtOnce)
  const phone = useIsPhone()
  if (phone) return <LineList {...props} />
  return (
    <Box className={classes.lines} tabIndex={0} role="region" aria-label={props.field.label}>
      <Table verticalSpacing={6} mt={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{messages.line}</Table.Th>
            <Table.Th ta="right">{messages.quantity}</Table.Th>
            <Table.Th ta="right">{messages.unitPrice}</Table.Th>
            {columns.tax ? <Table.Th ta="right">{messages.taxPercent}</Table.Th> : null}
            {columns.costCode ? <Table.Th>{messages.costCode}</Table.Th> : null}
            {columns.account ? <Table.Th>{messages.account}</Table.Th> : null}
            {columns.vendor ? <Table.Th>{messages.vendor}</Table.Th> : null}
            <Table.Th ta="right">{messages.amount}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody className="numeric">
          {rows.slice(0, shown).map((row) => {
            const material = row.materialId === undefined ? undefined : names[row.materialId]
            return (
              <Table.Tr key={row.id}>
                <Table.Td className={classes.named}>
                  {material ?? row.description}
                  {material !== undefined && material !== row.description ? (
                    <Text size="xs" c="dimmed">
                      {row.description}
                    </Text>
                  ) : null}
                </Table.Td>
                <Table.Td ta="right">
                  {row.quantity} {row.unit}
                </Table.Td>
                <Table.Td ta="right">
                  {row.unitPrice === undefined ? null : <UnitPrice value={row.unitPrice} />}
                </Table.Td>
                {columns.tax ? <Table.Td ta="right">{row.taxPercent}</Table.Td> : null}
                {columns.costCode ? (
                  <Table.Td className={classes.named}>{names[row.costCodeId ?? '']}</Table.Td>
                ) : null}
                {columns.account ? (
                  <Table.Td className={classes.named}>{names[row.accountId ?? '']}</Table.Td>
                ) : null}
                {columns.vendor ? (
                  <Table.Td className={classes.named}>{names[row.vendorId ?? '']}</Table.Td>
                ) : null}
                <Table.Td ta="right">{row.amount ? <Money amount={row.amount} /> : null}</Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      {rows.length > shown ? (
        <Button variant="subtle" onClick={() => setShown(shown + 500)}>
          {messages.moreLines(rows.length - shown)}
        </Button>
      ) : null}
    </Box>
  )
}
