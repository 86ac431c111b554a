import type { RemoteReference } from '@fieldledger/accounting'
import type { ConnectionView } from '@fieldledger/contract'
import { Panel } from '@fieldledger/ui'
import type { MappingRules } from '@fieldledger/workflow'
import { Stack, Text } from '@mantine/core'
import { useSaveSettings } from '../../cures/use-save-settings.ts'
import { useCatalogue } from '../../data/use-catalogue.ts'
import { useMay } from '../../session/me-context.ts'
import { AccountRuleRow } from './account-rule-row.tsx'
import { BillTaxRule } from './bill-tax-rule.tsx'
import { FirstStatusRule } from './first-status-rule.tsx'
import { messages } from './messages.ts'
import { RoundingRule } from './rounding-rule.tsx'
import { SubsidiaryRule } from './subsidiary-rule.tsx'
import { TaxCodesRule } from './tax-codes-rule.tsx'
import { UnitPriceRule } from './unit-price-rule.tsx'

/** Which account an expense line gets when nothing nearer says it. */
export function RulesTab({ connection }: { connection: ConnectionView }) {
  const mayEdit = useMay('catalogue.edit')
  const costCodes = useCatalogue('cost-codes')
  const saveSettings = useSaveSettings(connection)
  const { rules } = connection
  const save = (next: MappingRules) => saveSettings({ rules: next })
  const setDefault = (account: RemoteReference | undefined) => {
    const { defaultExpenseAccount: _, ...rest } = rules
    return save(account === undefined ? rest : { ...rest, defaultExpenseAccount: account })
  }
  const setCostCode = (costCodeId: string, account: RemoteReference | undefined) => {
    const others = Object.entries(rules.costCodeAccounts).filter(([id]) => id !== costCodeId)
    const added = account === undefined ? [] : [[costCodeId, account] as const]
    return save({ ...rules, costCodeAccounts: Object.fromEntries([...others, ...added]) })
  }
  return (
    <Stack maw={720}>
      <Text c="dimmed">{messages.rulesHint}</Text>
      <Panel>
        <AccountRuleRow
          label={messages.defaultAccount}
          connectionId={connection.id}
          account={rules.defaultExpenseAccount}
          editable={mayEdit && connection.state === 'active'}
          onChange={(account) => void setDefault(account)}
        />
      </Panel>
      <Panel title={messages.rounding.title}>
        <RoundingRule connection={connection} editable={mayEdit && connection.state === 'active'} />
      </Panel>
      <TaxCodesRule connection={connection} editable={mayEdit && connection.state === 'active'} />
      <BillTaxRule connection={connection} editable={mayEdit && connection.state === 'active'} />
      <SubsidiaryRule connection={connection} editable={mayEdit && connection.state === 'active'} />
      <FirstStatusRule connection={connection} editable={mayEdit && connection.state === 'active'} />
      <UnitPriceRule connection={connection} editable={mayEdit && connection.state === 'active'} />
      <Panel title={messages.costCodeAccounts}>
        <Stack>
          {costCodes.data?.length === 0 ? <Text c="dimmed">{messages.noCostCodes}</Text> : null}
          {costCodes.data?.toSorted(byCode).map(({ id, code, name }) => (
            <AccountRuleRow
              key={id}
              label={`${code} ${name}`}
              connectionId={connection.id}
              account={rules.costCodeAccounts[id]}
              editable={mayEdit && connection.state === 'active'}
              onChange={(account) => void setCostCode(id, account)}
            />
          ))}
        </Stack>
      </Panel>
    </Stack>
  )
}

function byCode(one: { code: string }, other: { code: string }): number {
  return one.code.localeCompare(other.code, undefined, { numeric: true })
}
