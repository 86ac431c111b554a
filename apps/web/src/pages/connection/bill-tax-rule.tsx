import type { ConnectionView } from '@fieldledger/contract'
import { Panel } from '@fieldledger/ui'
import { type MappingRules, takesLineTax } from '@fieldledger/workflow'
import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useSaveSettings } from '../../cures/use-save-settings.ts'
import { AccountRuleRow } from './account-rule-row.tsx'
import { taxMessages } from './tax-messages.ts'

const words = taxMessages.billTax

/** G-14: where the tax of a bill goes in a ledger company that keeps none. */
export function BillTaxRule({ connection, editable }: { connection: ConnectionView; editable: boolean }) {
  const saveSettings = useSaveSettings(connection)
  const { capabilities, providerLabel } = connection
  if (capabilities.documents.bill === undefined || takesLineTax(connection, 'bill')) return null
  const { billTax, ...rest } = connection.rules
  const save = (chosen: MappingRules['billTax']) => {
    const rules = chosen === undefined ? rest : { ...rest, billTax: chosen }
    return saveSettings({ rules })
  }
  return (
    <Panel title={words.title}>
      <Stack>
        <Text size="sm" c="dimmed">
          {words.hint(providerLabel)}
        </Text>
        <SegmentedControl
          aria-label={words.title}
          data={[
            { value: 'line', label: words.asLine },
            { value: 'spread', label: words.spread },
          ]}
          value={billTax?.as ?? 'line'}
          disabled={!editable}
          onChange={(as) => void save(as === 'spread' ? { as } : undefined)}
          style={{ alignSelf: 'flex-start' }}
        />
        {billTax?.as === 'spread' ? (
          <Text size="sm">{words.spreadHint}</Text>
        ) : (
          <AccountRuleRow
            label={words.account(providerLabel)}
            connectionId={connection.id}
            account={billTax?.account}
            none={words.toDefault}
            editable={editable}
            onChange={(account) => void save(account === undefined ? undefined : { as: 'line', account })}
          />
        )}
      </Stack>
    </Panel>
  )
}
