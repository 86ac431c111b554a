import type { Field } from '@fieldledger/forms'
import { Select } from '@mantine/core'
import { useDrawerData } from '../views/drawer-data.ts'
import { useProblemAt } from '../views/use-problem-at.ts'
import { ConstantInput } from './constant-input.tsx'
import { messages } from './messages.ts'
import { fittingFields } from './settable-fields.ts'
import type { ValueSource } from './value-source.ts'

type Source = ValueSource['source']
const sources = Object.entries(messages.sources).map(([value, label]) => ({ value, label }))
const withoutGiven = sources.filter(({ value }) => value !== 'given')
const fresh: Record<Source, ValueSource> = {
  constant: { source: 'constant', value: '' },
  field: { source: 'field' },
  given: { source: 'given' },
  today: { source: 'today' },
  submitter: { source: 'submitter' },
}

/** Where the value of `field` comes from; `at` is where the problems of this input stand. */
export function ValueSourceInput(props: {
  field: Field | undefined
  value: ValueSource
  at: string
  onChange(value: ValueSource, typing?: string): void
}) {
  const { field, value: from, at, onChange } = props
  const { form, given } = useDrawerData()
  const problems = {
    from: useProblemAt(`${at}from`),
    source: useProblemAt(`${at}from.field`),
    name: useProblemAt(`${at}from.name`),
  }
  return (
    <>
      <Select
        data-place={`${at}from`}
        label={messages.from}
        data={given.length === 0 && from.source !== 'given' ? withoutGiven : sources}
        value={from.source}
        allowDeselect={false}
        onChange={(source) => source !== null && onChange(fresh[source as Source])}
        error={problems.from}
      />
      {from.source === 'constant' && (
        <ConstantInput
          field={field}
          value={from.value}
          place={`${at}from.value`}
          onChange={(value, typing) => onChange({ source: 'constant', value }, typing)}
        />
      )}
      {from.source === 'field' && (
        <Select
          data-place={`${at}from.field`}
          label={messages.sourceField}
          placeholder={messages.chooseSource}
          data={
            field === undefined
              ? []
              : fittingFields(form, field).map(({ id, label }) => ({ value: id, label }))
          }
          value={from.field ?? null}
          onChange={(chosen) => chosen !== null && onChange({ source: 'field', field: chosen })}
          error={problems.source}
          withAsterisk
        />
      )}
      {from.source === 'given' && (
        <Select
          data-place={`${at}from.name`}
          label={messages.givenValue}
          placeholder={messages.chooseGiven}
          data={[...given]}
          value={from.name ?? null}
          onChange={(name) => name !== null && onChange({ source: 'given', name })}
          error={problems.name}
          withAsterisk
        />
      )}
    </>
  )
}
