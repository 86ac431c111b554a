import { retryWaits, type Step, standardRetry, waitInWords } from '@fieldledger/workflow'
import { Divider, Group, NumberInput, Select, Stack, Text } from '@mantine/core'
import type { StepSettings } from '../commands/change-step-settings.ts'
import { messages } from '../messages.ts'

const words = messages.failure
const factors = Object.entries(words.factors).map(([value, label]) => ({ value, label }))

/** Below a step's own slider: how it is tried again, and when it is given up. */
export function FailureSettings(props: { step: Step; onChange(settings: StepSettings): void }) {
  const { step, onChange } = props
  const { timeoutSeconds } = step
  const retry = step.retry ?? standardRetry
  const waits = retryWaits(retry).map(waitInWords)
  const turns = step.oneAtATime === undefined ? {} : { oneAtATime: step.oneAtATime }
  const kept = { ...turns, ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }) }
  const change = (part: Partial<typeof retry>) => onChange({ ...kept, retry: { ...retry, ...part } })
  return (
    <Stack gap="sm" mt="lg" data-place="failure">
      <Divider label={words.title} labelPosition="left" />
      <Group gap="sm" align="flex-end" grow>
        <NumberInput
          label={words.times}
          value={retry.times}
          onChange={(times) => typeof times === 'number' && change({ times })}
          min={0}
          max={10}
          allowDecimal={false}
          clampBehavior="strict"
        />
        <NumberInput
          label={words.first}
          value={retry.firstSeconds}
          onChange={(firstSeconds) =>
            typeof firstSeconds === 'number' && firstSeconds > 0 && change({ firstSeconds })
          }
          min={1}
          max={86_400}
          allowDecimal={false}
          clampBehavior="strict"
          disabled={retry.times === 0}
        />
      </Group>
      <Select
        label={words.factor}
        data={factors}
        value={String(retry.factor)}
        onChange={(factor) => factor !== null && change({ factor: Number(factor) })}
        disabled={retry.times < 2}
        allowDeselect={false}
      />
      <Text size="sm" c="dimmed" aria-live="polite">
        {waits.length === 0 ? words.never : words.waits(waits.join(', '))} {words.afterwards}
      </Text>
      <NumberInput
        label={words.timeout}
        description={words.timeoutHint}
        value={timeoutSeconds === undefined ? '' : timeoutSeconds / 60}
        onChange={(minutes) =>
          onChange({
            ...turns,
            ...(step.retry === undefined ? {} : { retry: step.retry }),
            ...(typeof minutes === 'number' && minutes > 0
              ? { timeoutSeconds: Math.round(minutes * 60) }
              : {}),
          })
        }
        min={1}
        max={525_600}
        allowDecimal={false}
      />
    </Stack>
  )
}
