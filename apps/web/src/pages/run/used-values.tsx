import type { StepVisit } from '@fieldledger/contract'
import { Table, Text } from '@mantine/core'
import { messages } from './messages.ts'
import classes from './run-room.module.css'

/** What a step worked with at a visit; kinds that use nothing but their settings have none. */
export function UsedValues({ used }: { used: StepVisit['used'] }) {
  if (used === undefined || used.length === 0) return null
  return (
    <>
      <Text size="sm">{messages.usedHint}</Text>
      <Table fz="sm" verticalSpacing={4} layout="fixed">
        <Table.Tbody>
          {used.map(({ name, value }, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a request may carry two headers of one name
            <Table.Tr key={position}>
              <Table.Th fw={500} className={classes.used ?? ''}>
                {name}
              </Table.Th>
              <Table.Td className={classes.used ?? ''}>{value === '' ? messages.empty : value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
