import type { Field } from '@fieldledger/forms'
import { MultiSelect, Select, TagsInput } from '@mantine/core'
import { messages } from '../messages.ts'
import { withPart } from './with-part.ts'

const always = 'always'

/** Shows the field only while another one has one of these values. */
export function ShowWhenSetting(props: {
  field: Field
  fields: readonly Field[]
  onChange: (field: Field) => void
}) {
  const { field, onChange } = props
  const others = props.fields.filter(({ id, kind }) => id !== field.id && deciding.has(kind))
  const other = others.find(({ id }) => id === field.showWhen?.field)
  const choices = choicesOf(other)
  const setValues = (is: string[]) =>
    onChange(
      withPart(field, {
        showWhen: other === undefined || is.length === 0 ? undefined : { field: other.id, is },
      }),
    )
  const choose = (id: string | null) => {
    const next = others.find((one) => one.id === id)
    const first = choicesOf(next)?.[0]?.value ?? 'yes'
    onChange(withPart(field, { showWhen: next === undefined ? undefined : { field: next.id, is: [first] } }))
  }
  if (others.length === 0) return null
  return (
    <>
      <Select
        label={messages.showWhen}
        value={other?.id ?? always}
        data={[
          { value: always, label: messages.showAlways },
          ...others.map(({ id, label }) => ({ value: id, label: label })),
        ]}
        onChange={choose}
      />
      {other === undefined ? null : choices === undefined ? (
        <TagsInput
          label={messages.showAnd(other.label)}
          value={field.showWhen?.is ?? []}
          onChange={setValues}
        />
      ) : (
        <MultiSelect
          label={messages.showAnd(other.label)}
          data={choices}
          value={field.showWhen?.is ?? []}
          onChange={setValues}
        />
      )}
    </>
  )
}

const deciding = new Set<Field['kind']>(['yes-no', 'choose', 'text', 'number'])

function choicesOf(field: Field | undefined): { value: string; label: string }[] | undefined {
  if (field?.kind === 'yes-no')
    return [
      { value: 'yes', label: messages.yes },
      { value: 'no', label: messages.no },
    ]
  if (field?.kind === 'choose' && field.source.from === 'options')
    return field.source.options.map(({ id, label }) => ({ value: id, label }))
  return undefined
}
