import type { ConnectionView } from '@fieldledger/contract'
import type { SupplierRules } from '@fieldledger/workflow'
import { NativeSelect, Table } from '@mantine/core'
import { useSaveSettings } from '../../cures/use-save-settings.ts'
import { supplierFieldNames } from '../catalogue/supplier-field-names.ts'
import { AlwaysRules } from './always-rules.tsx'
import { messages } from './messages.ts'

/** What a change of a supplier on one side does on the other (G-07), and the rules that were learned. */
export function SupplierRuleTable({ connection }: { connection: ConnectionView }) {
  const saveSettings = useSaveSettings(connection)
  const { supplierRules: rules, providerLabel: ledger } = connection
  const save = (change: Partial<SupplierRules>) => saveSettings({ supplierRules: { ...rules, ...change } })
  const { inactiveThereRules: there, archivedHereRules: here } = messages
  return (
    <Table fz="sm" aria-label={messages.supplierRules} maw={720}>
      <Table.Caption style={{ textAlign: 'left' }}>{messages.supplierRulesHint}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{messages.deactivated}</Table.Th>
          <Table.Th>{messages.thenHere}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <Table.Tr>
          <Table.Td>{messages.inactiveThere(ledger)}</Table.Td>
          <Table.Td>
            <NativeSelect
              miw={150}
              aria-label={messages.inactiveThere(ledger)}
              value={rules.inactiveThere}
              data={[
                { value: 'unlink', label: there.unlink },
                { value: 'archive', label: there.archive },
              ]}
              onChange={({ currentTarget: { value } }) =>
                void save({ inactiveThere: value === 'archive' ? 'archive' : 'unlink' })
              }
            />
          </Table.Td>
        </Table.Tr>
        {connection.capabilities.vendors.update ? (
          <Table.Tr>
            <Table.Td>{messages.archivedHere}</Table.Td>
            <Table.Td>
              <NativeSelect
                miw={150}
                aria-label={messages.archivedHere}
                value={rules.archivedHere}
                data={[
                  { value: 'deactivate', label: here.deactivate },
                  { value: 'keep', label: here.keep },
                ]}
                onChange={({ currentTarget: { value } }) =>
                  void save({ archivedHere: value === 'keep' ? 'keep' : 'deactivate' })
                }
              />
            </Table.Td>
          </Table.Tr>
        ) : null}
        <AlwaysRules
          always={rules.always ?? {}}
          names={supplierFieldNames}
          ledger={ledger}
          onChange={(always) => void save({ always })}
        />
      </Table.Tbody>
    </Table>
  )
}
