import { Select, Stack, Text } from '@mantine/core'
import { useDrawerData } from '../views/drawer-data.ts'
import type { StepDrawerProps } from '../views/step-view.ts'
import { useProblemAt } from '../views/use-problem-at.ts'
import type { Comparison, ConditionConfig } from './definition.ts'
import { messages } from './messages.ts'
import { comparisonsFor, comparisonWords, conditionSubjects } from './subjects.ts'
import { ValueInput } from './value-input.tsx'

export function Drawer({ config, onChange }: StepDrawerProps<ConditionConfig>) {
  const { form, given } = useDrawerData()
  const subjectProblem = useProblemAt('subject')
  const comparisonProblem = useProblemAt('comparison')
  const subjects = conditionSubjects(form, given)
  const subject = subjects.find(({ id }) => id === config.subject)
  const comparisons = comparisonsFor(subject?.type ?? 'number')
  const compares = config.comparison !== 'filled-in' && config.comparison !== 'empty'

  function look(at: string) {
    const chosen = subjects.find(({ id }) => id === at)
    const fitting = comparisonsFor(chosen?.type ?? 'number')
    const comparison = fitting.includes(config.comparison) ? config.comparison : (fitting[0] ?? 'is')
    onChange({ subject: at, comparison })
  }

  return (
    <Stack gap="md">
      <Select
        data-place="subject"
        label={messages.subject}
        placeholder={messages.chooseSubject}
        data={subjects.map(({ id, label }) => ({ value: id, label }))}
        value={subject?.id ?? null}
        onChange={(chosen) => chosen !== null && look(chosen)}
        error={subjectProblem}
        searchable
        withAsterisk
      />
      <Select
        data-place="comparison"
        label={messages.comparison}
        data={comparisons.map((comparison) => ({ value: comparison, label: comparisonWords[comparison] }))}
        value={config.comparison}
        onChange={(chosen) => chosen !== null && onChange({ ...config, comparison: chosen as Comparison })}
        error={comparisonProblem}
        disabled={subject === undefined}
      />
      {subject !== undefined && compares && (
        <ValueInput
          subject={subject}
          value={config.value ?? ''}
          onChange={(value, typing) => onChange({ ...config, value }, typing)}
        />
      )}
      <Text size="sm" c="dimmed">
        {messages.outcome}
      </Text>
    </Stack>
  )
}
