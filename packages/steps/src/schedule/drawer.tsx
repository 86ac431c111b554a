import { ClearableSelect, formatInstant, useCompanySettings } from '@fieldledger/ui'
import { nextFire } from '@fieldledger/workflow'
import { Divider, Stack, Switch, Text } from '@mantine/core'
import { FilterInput } from '../views/filter-input.tsx'
import { messages as words } from '../views/messages.ts'
import { RecipientsInput } from '../views/recipients-input.tsx'
import type { StepDrawerProps } from '../views/step-view.ts'
import { useProblemAt } from '../views/use-problem-at.ts'
import type { ScheduleConfig } from './definition.ts'
import { messages } from './messages.ts'
import { RecurrenceInput } from './recurrence-input.tsx'

const shown = 3

export function Drawer({ config, onChange }: StepDrawerProps<ScheduleConfig>) {
  const company = useCompanySettings()
  const problem = useProblemAt('timeZone')
  const zone = config.timeZone ?? company.timeZone
  const { timeZone: _own, ...withoutZone } = config
  return (
    <Stack gap="md">
      <RecurrenceInput
        value={config.recurrence}
        onChange={(recurrence) => onChange({ ...config, recurrence })}
      />
      <ClearableSelect
        data-place="timeZone"
        label={messages.timeZone}
        placeholder={messages.companyZone(company.timeZone)}
        data={Intl.supportedValuesOf('timeZone')}
        value={config.timeZone ?? null}
        onChange={(timeZone) => onChange(timeZone === null ? withoutZone : { ...config, timeZone })}
        error={problem}
        searchable
        clearLabel={words.clear}
      />
      <Text size="sm" c="dimmed">
        {nextMoments(config, { ...company, timeZone: zone })}
      </Text>
      <Switch
        label={messages.paused}
        checked={config.paused}
        onChange={({ currentTarget }) => onChange({ ...config, paused: currentTarget.checked })}
      />
      <Divider label={messages.which} labelPosition="left" />
      <FilterInput value={config.filter} onChange={(filter) => onChange({ ...config, filter })} />
      <Divider />
      <RecipientsInput
        place="tell"
        label={messages.tell}
        value={config.tell}
        submitter={false}
        onChange={(tell) => onChange({ ...config, tell })}
      />
    </Stack>
  )
}

/** The drawer shows what was chosen as the clock will keep it. */
function nextMoments({ recurrence }: ScheduleConfig, company: ReturnType<typeof useCompanySettings>): string {
  const moments: string[] = []
  let after = new Date()
  for (let taken = 0; taken < shown; taken++) {
    const next = nextFire(recurrence, { after, zone: company.timeZone })
    if (next === undefined) break
    moments.push(formatInstant(next.toISOString(), { ...company, style: 'date-time' }))
    after = next
  }
  return moments.length === 0 ? messages.never : messages.next(moments.join(' · '))
}
