import { Divider, SegmentedControl, Stack, Switch, TextInput } from '@mantine/core'
import { FilterInput } from '../views/filter-input.tsx'
import type { StepDrawerProps } from '../views/step-view.ts'
import { useProblemAt } from '../views/use-problem-at.ts'
import type { WebhookConfig } from './definition.ts'
import { DeliveryList } from './delivery-list.tsx'
import { HookAddress } from './hook-address.tsx'
import { messages } from './messages.ts'
import { SubmitsInput } from './submits-input.tsx'
import { ValuesInput } from './values-input.tsx'

export function Drawer({ config, onChange }: StepDrawerProps<WebhookConfig>) {
  const problem = useProblemAt('form')
  const { submits, ...naming } = config
  return (
    <Stack gap="md">
      <HookAddress />
      <Switch
        label={messages.paused}
        checked={config.paused}
        onChange={({ currentTarget }) => onChange({ ...config, paused: currentTarget.checked })}
      />
      <SegmentedControl
        aria-label={messages.what}
        data={Object.entries(messages.whats).map(([value, label]) => ({ value, label }))}
        value={submits === undefined ? 'names' : 'submits'}
        onChange={(what) => onChange(what === 'names' ? naming : { ...config, submits: [] })}
      />
      {submits === undefined ? (
        <>
          <Divider label={messages.which} labelPosition="left" />
          <TextInput
            data-place="form"
            label={messages.form}
            description={messages.formHint}
            value={config.form}
            maxLength={200}
            onChange={({ currentTarget }) => onChange({ ...config, form: currentTarget.value }, 'form')}
            error={problem}
          />
          <FilterInput value={config.filter} onChange={(filter) => onChange({ ...config, filter })} />
        </>
      ) : null}
      <Divider label={messages.values} labelPosition="left" />
      <ValuesInput
        values={config.values}
        onChange={(values, typing) => onChange({ ...config, values }, typing)}
      />
      {submits === undefined ? null : (
        <>
          <Divider label={messages.fills} labelPosition="left" />
          <SubmitsInput
            submits={submits}
            names={config.values.map(({ name }) => name)}
            onChange={(changed) => onChange({ ...config, submits: changed })}
          />
        </>
      )}
      <Divider label={messages.deliveries} labelPosition="left" />
      <DeliveryList />
    </Stack>
  )
}
