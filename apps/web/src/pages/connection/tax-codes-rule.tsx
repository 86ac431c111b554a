import type { ConnectionView } from '@fieldledger/contract'
import { ClearableSelect, Panel } from '@fieldledger/ui'
import { Stack, Text } from '@mantine/core'
import { rulesWithTaxCode, taxCodesOfRate } from '../../cures/tax-codes-of-rate.ts'
import { useSaveSettings } from '../../cures/use-save-settings.ts'
import { taxMessages } from './tax-messages.ts'

const words = taxMessages.taxCodes

/** G-14: which code a line of each rate gets; a person chooses where the ledger has several of one height. */
export function TaxCodesRule({ connection, editable }: { connection: ConnectionView; editable: boolean }) {
  const saveSettings = useSaveSettings(connection)
  const { ledger, providerLabel, rules } = connection
  if (ledger?.taxCodes === undefined) return null
  const rates = [...new Set(ledger.taxCodes.map(({ rate }) => rate))].toSorted(byHeight)
  const chosenFor = (rate: string) => rules.taxCodes?.find((one) => Number(one.rate) === Number(rate))?.code
  const save = (rate: string, id: string | null) => {
    const code = taxCodesOfRate(connection, rate).find((one) => one.id === id)
    const next = rulesWithTaxCode(rules, { rate, code: code && { id: code.id, name: code.name } })
    return saveSettings({ rules: next })
  }
  return (
    <Panel title={words.title}>
      <Stack>
        <Text size="sm" c="dimmed">
          {words.hint(providerLabel)}
        </Text>
        {rates.map((rate) => {
          const codes = taxCodesOfRate(connection, rate)
          const [only, ...others] = codes
          const chosen = chosenFor(rate)
          return (
            <ClearableSelect
              key={rate}
              label={words.label(rate)}
              placeholder={others.length === 0 ? words.theOnly(only?.name ?? '') : words.choose(codes.length)}
              data={codes.map(({ id, name }) => ({ value: id, label: name }))}
              value={codes.some(({ id }) => id === chosen?.id) ? (chosen?.id ?? null) : null}
              error={
                chosen === undefined || codes.some(({ id }) => id === chosen.id)
                  ? undefined
                  : words.gone(chosen.name ?? chosen.id)
              }
              disabled={!editable}
              clearLabel={words.clear}
              onChange={(id) => void save(rate, id)}
            />
          )
        })}
      </Stack>
    </Panel>
  )
}

function byHeight(one: string, other: string): number {
  return Number(other) - Number(one)
}
