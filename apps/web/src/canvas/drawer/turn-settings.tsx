import type { FormContent } from '@fieldledger/forms'
import { ClearableSelect } from '@fieldledger/ui'
import type { OneAtATime, Problem, Step } from '@fieldledger/workflow'
import { Divider, Stack, TextInput } from '@mantine/core'
import type { StepSettings } from '../commands/change-step-settings.ts'
import { messages } from '../messages.ts'

const words = messages.turns
const byWord = 'word'

/** Below a step's own slider: what never runs at the same time. */
export function TurnSettings(props: {
  step: Step
  form: FormContent
  problems: readonly Problem[]
  onChange(settings: StepSettings): void
}) {
  const { step, form, problems, onChange } = props
  const { oneAtATime } = step
  const kept: StepSettings = {
    ...(step.retry === undefined ? {} : { retry: step.retry }),
    ...(step.timeoutSeconds === undefined ? {} : { timeoutSeconds: step.timeoutSeconds }),
  }
  const change = (rule: OneAtATime | undefined) =>
    onChange(rule === undefined ? kept : { ...kept, oneAtATime: rule })
  const isWord = oneAtATime !== undefined && 'word' in oneAtATime
  return (
    <Stack gap="sm" mt="lg" data-place="oneAtATime">
      <Divider label={words.title} labelPosition="left" />
      <ClearableSelect
        label={words.same}
        description={words.hint}
        placeholder={words.none}
        data={[{ value: byWord, label: words.word }, ...fieldChoices(form)]}
        value={oneAtATime === undefined ? null : isWord ? byWord : oneAtATime.field}
        onChange={(chosen) => change(ruleOf(chosen))}
        error={problems.find(({ place }) => place === 'oneAtATime')?.message}
        clearLabel={words.clear}
        allowDeselect
      />
      {isWord ? (
        <TextInput
          label={words.wordLabel}
          value={oneAtATime.word}
          maxLength={60}
          onChange={({ currentTarget: { value } }) => value.trim() !== '' && change({ word: value })}
        />
      ) : null}
    </Stack>
  )
}

function fieldChoices({ fields }: FormContent) {
  return fields
    .filter(({ kind }) => kind === 'choose' || kind === 'text' || kind === 'number' || kind === 'date')
    .map(({ id, label }) => ({ value: id, label: words.field(label) }))
}

function ruleOf(chosen: string | null): OneAtATime | undefined {
  if (chosen === null) return undefined
  return chosen === byWord ? { word: words.firstWord } : { field: chosen }
}
