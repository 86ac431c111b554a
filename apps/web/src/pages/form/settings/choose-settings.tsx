import type { ChooseCatalogue, ChooseField, Field } from '@fieldledger/forms'
import { NumberInput, Select } from '@mantine/core'
import { firstOption } from '../fields/new-field.ts'
import { catalogueNames, messages } from '../messages.ts'
import { OptionList } from './option-list.tsx'

const options = 'options'
const firstLimit = 2

/** Where the choices come from, and how many may be taken: one by default for vendors (S4-12). */
export function ChooseSettings(props: { field: ChooseField; onChange: (field: Field) => void }) {
  const { field, onChange } = props
  const { source } = field
  const chooseSource = (value: string | null) => {
    if (value === null) return
    const { default: _, ...rest } = field
    if (value === options) return onChange({ ...rest, source: { from: options, options: [firstOption()] } })
    const catalogue = value as ChooseCatalogue
    const limit = catalogue === 'vendors' ? 1 : field.limit
    onChange({ ...rest, source: { from: 'catalogue', catalogue }, limit })
  }
  const limitKind = field.limit === null ? 'many' : field.limit === 1 ? 'one' : 'some'
  return (
    <>
      <Select
        label={messages.source}
        value={source.from === options ? options : source.catalogue}
        data={[
          ...Object.entries(catalogueNames).map(([value, label]) => ({ value, label })),
          { value: options, label: messages.ownOptions },
        ]}
        onChange={chooseSource}
      />
      {source.from === options ? (
        <OptionList
          options={source.options}
          onChange={(next) => onChange({ ...field, source: { from: options, options: next } })}
        />
      ) : null}
      <Select
        label={messages.limit}
        description={
          source.from === 'catalogue' && source.catalogue === 'vendors' ? messages.limitVendorHint : undefined
        }
        value={limitKind}
        data={[
          { value: 'one', label: messages.limitOne },
          { value: 'some', label: messages.limitSome },
          { value: 'many', label: messages.limitMany },
        ]}
        onChange={(value) =>
          onChange({ ...field, limit: value === 'one' ? 1 : value === 'many' ? null : firstLimit })
        }
      />
      {limitKind === 'some' ? (
        <NumberInput
          label={messages.limitSome}
          min={2}
          max={100}
          value={field.limit ?? firstLimit}
          onChange={(value) =>
            onChange({ ...field, limit: Math.min(100, Math.max(2, Number(value) || firstLimit)) })
          }
        />
      ) : null}
    </>
  )
}
