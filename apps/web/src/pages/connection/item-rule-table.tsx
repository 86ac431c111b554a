import type { ConnectionView } from '@fieldledger/contract'
import { Table } from '@mantine/core'
import { useSaveSettings } from '../../cures/use-save-settings.ts'
import { itemFieldNames } from '../catalogue/item-field-names.ts'
import { AlwaysRules } from './always-rules.tsx'
import { messages } from './messages.ts'

/** The rules about items that were learned from conflicts; without any there is no table. */
export function ItemRuleTable({ connection }: { connection: ConnectionView }) {
  const saveSettings = useSaveSettings(connection)
  const always = connection.itemRules.always ?? {}
  if (Object.keys(always).length === 0) return null
  return (
    <Table fz="sm" aria-label={messages.itemRules} maw={720}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{messages.itemIs}</Table.Th>
          <Table.Th>{messages.thenHere}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <AlwaysRules
          always={always}
          names={itemFieldNames}
          ledger={connection.providerLabel}
          onChange={(kept) => void saveSettings({ itemRules: { ...connection.itemRules, always: kept } })}
        />
      </Table.Tbody>
    </Table>
  )
}
