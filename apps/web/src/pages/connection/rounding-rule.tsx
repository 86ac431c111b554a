import { decimalFromMoney, type Money, type RemoteReference } from '@fieldledger/accounting'
import type { ConnectionView } from '@fieldledger/contract'
import type { MappingRules } from '@fieldledger/workflow'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useSaveSettings } from '../../cures/use-save-settings.ts'
import { MoneyInput } from '../../filling/inputs/money-input.tsx'
import { AccountRuleRow } from './account-rule-row.tsx'
import { messages } from './messages.ts'

const words = messages.rounding

/** G-16: off until a tolerance and an account are set. */
export function RoundingRule({ connection, editable }: { connection: ConnectionView; editable: boolean }) {
  const currency = connection.currency ?? 'USD'
  const { rounding, ...rest } = connection.rules
  const saveSettings = useSaveSettings(connection)
  const [most, setMost] = useState<Money | string | undefined>(
    rounding === undefined ? undefined : { minor: rounding.toleranceMinor, currency },
  )
  const [account, setAccount] = useState<RemoteReference | undefined>(rounding?.account)
  const save = (rules: MappingRules) => saveSettings({ rules })
  const whole = typeof most === 'object' && most.minor > 0 && account !== undefined
  const inFigures = (minor: number) => `${decimalFromMoney({ minor, currency })} ${currency}`
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {words.hint}
      </Text>
      <Text size="sm" fw={600}>
        {rounding === undefined ? words.off : words.on(inFigures(rounding.toleranceMinor))}
      </Text>
      {editable ? (
        <>
          <MoneyInput label={words.tolerance} currency={currency} value={most} onChange={setMost} />
          <AccountRuleRow
            label={words.account}
            connectionId={connection.id}
            account={account}
            editable
            onChange={setAccount}
          />
          <Group justify="flex-end">
            {rounding === undefined ? null : (
              <Button variant="subtle" color="gray" onClick={() => void save(rest)}>
                {words.switchOff}
              </Button>
            )}
            <Button
              disabled={!whole}
              onClick={() =>
                whole && void save({ ...rest, rounding: { toleranceMinor: most.minor, account } })
              }
            >
              {words.save}
            </Button>
          </Group>
        </>
      ) : null}
    </Stack>
  )
}
