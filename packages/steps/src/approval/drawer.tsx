import { NumberInput, Radio, Stack, Switch } from '@mantine/core'
import type { StepDrawerProps } from '../views/step-view.ts'
import { DeciderInputs } from './decider-inputs.tsx'
import type { ApprovalConfig } from './definition.ts'
import { messages } from './messages.ts'
import { TimerInputs } from './timer-inputs.tsx'

export function Drawer({ config, onChange }: StepDrawerProps<ApprovalConfig>) {
  return (
    <Stack gap="lg">
      <DeciderInputs config={config} onChange={onChange} />
      <Radio.Group
        label={messages.mode}
        description={messages.modeHint}
        value={config.mode}
        onChange={(mode) => onChange(withMode(config, mode))}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="any" label={messages.any} />
          <Radio value="all" label={messages.all} />
          <Radio value="some" label={messages.some} />
        </Stack>
      </Radio.Group>
      {config.mode === 'some' ? (
        <NumberInput
          label={messages.count}
          value={config.count ?? 2}
          onChange={(count) => typeof count === 'number' && onChange({ ...config, count }, 'count')}
          min={2}
          max={20}
          allowDecimal={false}
          clampBehavior="strict"
        />
      ) : null}
      <TimerInputs
        value={config}
        onChange={(timers, typing) => {
          const { reminders: _reminders, escalate: _escalate, ...kept } = config
          onChange({ ...kept, ...timers }, typing)
        }}
      />
      <Switch
        label={messages.noteOnRejection}
        checked={config.noteOnRejection}
        onChange={(event) => onChange({ ...config, noteOnRejection: event.currentTarget.checked })}
      />
      <Switch
        label={messages.notBySubmitter}
        description={messages.notBySubmitterHint}
        checked={config.notBySubmitter === true}
        onChange={(event) => onChange({ ...config, notBySubmitter: event.currentTarget.checked })}
      />
      <Switch
        label={messages.mail}
        description={messages.mailHint}
        checked={config.mail === true}
        onChange={(event) => onChange({ ...config, mail: event.currentTarget.checked })}
      />
      <Switch
        label={messages.final}
        description={messages.finalHint}
        checked={config.final}
        onChange={(event) => onChange({ ...config, final: event.currentTarget.checked })}
      />
    </Stack>
  )
}

function withMode({ count, ...config }: ApprovalConfig, mode: string): ApprovalConfig {
  if (mode === 'some') return { ...config, mode, count: count ?? 2 }
  return { ...config, mode: mode === 'all' ? 'all' : 'any' }
}
