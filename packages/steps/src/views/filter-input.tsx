import type { DocumentStatus } from '@fieldledger/forms'
import { ClearableSelect } from '@fieldledger/ui'
import type { SubmissionFilter } from '@fieldledger/workflow'
import { Group, MultiSelect, NumberInput, Stack } from '@mantine/core'
import { useDrawerData } from './drawer-data.ts'
import { messages } from './messages.ts'
import { useProblemAt } from './use-problem-at.ts'

const statuses = Object.entries(messages.statuses).map(([value, label]) => ({ value, label }))

/** Which forms: by document status, not yet in a ledger, by age. */
export function FilterInput(props: { value: SubmissionFilter; onChange(value: SubmissionFilter): void }) {
  const { value, onChange } = props
  const { connections } = useDrawerData()
  const statusProblem = useProblemAt('filter.statuses')
  const ledgerProblem = useProblemAt('filter.notYetIn')
  const ageProblem = useProblemAt('filter.atMostDaysOld')
  return (
    <Stack gap="sm">
      <MultiSelect
        data-place="filter.statuses"
        label={messages.filter.statuses}
        data={statuses}
        value={value.statuses}
        onChange={(chosen) => onChange({ ...value, statuses: chosen as DocumentStatus[] })}
        error={statusProblem}
      />
      <ClearableSelect
        data-place="filter.notYetIn"
        label={messages.filter.notYetIn}
        placeholder={messages.filter.anywhere}
        data={connections.map(({ id, name }) => ({ value: id, label: name }))}
        value={value.notYetIn ?? null}
        onChange={(chosen) => onChange(without(value, { notYetIn: chosen ?? undefined }))}
        error={ledgerProblem}
        clearLabel={messages.clear}
      />
      <Group grow align="flex-start">
        <NumberInput
          label={messages.filter.atLeastDaysOld}
          placeholder={messages.filter.anyAge}
          min={1}
          max={3650}
          allowDecimal={false}
          value={value.atLeastDaysOld ?? ''}
          onChange={(days) => onChange(without(value, { atLeastDaysOld: numberOf(days) }))}
        />
        <NumberInput
          data-place="filter.atMostDaysOld"
          label={messages.filter.atMostDaysOld}
          placeholder={messages.filter.anyAge}
          min={1}
          max={3650}
          allowDecimal={false}
          value={value.atMostDaysOld ?? ''}
          onChange={(days) => onChange(without(value, { atMostDaysOld: numberOf(days) }))}
          error={ageProblem}
        />
      </Group>
    </Stack>
  )
}

function numberOf(days: number | string): number | undefined {
  return typeof days === 'number' && days >= 1 ? days : undefined
}

/** What was emptied leaves the filter. */
function without(
  value: SubmissionFilter,
  change: { [Name in keyof SubmissionFilter]?: SubmissionFilter[Name] | undefined },
): SubmissionFilter {
  return Object.fromEntries(
    Object.entries({ ...value, ...change }).filter(([, part]) => part !== undefined),
  ) as SubmissionFilter
}
