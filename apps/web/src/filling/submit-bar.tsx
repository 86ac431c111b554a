import { Money } from '@fieldledger/ui'
import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFilling } from './filling-context.ts'
import { messages } from './messages.ts'
import { runningTotals } from './running-totals.ts'
import classes from './submit-bar.module.css'

/** Always in reach of the thumb: the running total and the one button. */
export function SubmitBar(props: {
  label: string
  busy: boolean
  note?: string | undefined
  children: ReactNode
}) {
  const { content, values, currency } = useFilling()
  const totals = runningTotals(content, { values, currency })
  const counts = content.fields.some(({ kind }) => kind === 'material-table' || kind === 'money')
  return (
    <div className={classes.bar}>
      {props.children}
      <Group justify="space-between" wrap="nowrap">
        <Stack gap={0}>
          {counts ? (
            <Text fw={650} size="lg" aria-live="polite" component="div" data-testid="running-total">
              {messages.total} <Money amount={totals.total} />
            </Text>
          ) : null}
          <Text size="xs" c="dimmed" component="div">
            {totals.tax.minor === 0 ? null : (
              <>
                {messages.tax} <Money amount={totals.tax} />
                {' · '}
              </>
            )}
            {props.note}
          </Text>
        </Stack>
        <Button type="submit" size="md" mih={48} miw={120} style={{ flexShrink: 0 }} loading={props.busy}>
          {props.label}
        </Button>
      </Group>
    </div>
  )
}
