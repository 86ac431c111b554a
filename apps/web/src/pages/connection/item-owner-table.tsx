import type { ConnectionView } from '@fieldledger/contract'
import { type OwnedField, ownedFields } from '@fieldledger/workflow'
import { SegmentedControl, Stack, Table, Text, Title } from '@mantine/core'
import { useSaveSettings } from '../../cures/use-save-settings.ts'
import { useMay } from '../../session/me-context.ts'
import { itemFieldNames } from '../catalogue/item-field-names.ts'
import { messages } from './messages.ts'

const words = messages.itemOwner

/** Two-way items: which side keeps which field. Only what the ledger lets us change is offered (G-09). */
export function ItemOwnerTable({ connection }: { connection: ConnectionView }) {
  const saveSettings = useSaveSettings(connection)
  const mayChange = useMay('catalogue.edit')
  const takes = connection.capabilities.items.update ?? []
  const fields = ownedFields.filter((field) => takes.includes(field))
  const here = connection.itemRules.ownedHere ?? []
  if (fields.length === 0) return null
  const choose = (field: OwnedField, side: string) => {
    const others = here.filter((each) => each !== field)
    const itemRules = { ...connection.itemRules, ownedHere: side === 'here' ? [...others, field] : others }
    return saveSettings({ itemRules })
  }
  return (
    <Stack gap="xs" maw={720}>
      <Title order={3}>{words.title}</Title>
      <Text size="sm" c="dimmed">
        {words.hint(connection.providerLabel)}
      </Text>
      <Table fz="sm" aria-label={words.title}>
        <Table.Tbody>
          {fields.map((field) => (
            <Table.Tr key={field}>
              <Table.Th scope="row" fw={500}>
                {itemFieldNames[field]}
              </Table.Th>
              <Table.Td>
                <SegmentedControl
                  aria-label={words.keeps(itemFieldNames[field] ?? field)}
                  size="xs"
                  disabled={!mayChange}
                  value={here.includes(field) ? 'here' : 'ledger'}
                  data={[
                    { value: 'ledger', label: connection.providerLabel },
                    { value: 'here', label: words.here },
                  ]}
                  onChange={(side) => void choose(field, side)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}
