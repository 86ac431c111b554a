import type { MaterialRow } from '@fieldledger/forms'
import { useMemo } from 'react'
import { useCatalogue } from '../../data/use-catalogue.ts'
import { useFilling } from '../filling-context.ts'
import { SearchPicker } from '../inputs/search-picker.tsx'
import { messages } from '../messages.ts'

/** A material out of the catalogue with its unit, price and account, or any text. */
export function MaterialPicker(props: {
  row: MaterialRow
  error: string | undefined
  onChange: (row: MaterialRow) => void
}) {
  const { row } = props
  const { guest } = useFilling()
  const { data } = useCatalogue('materials', { enabled: guest === undefined })
  const choices = useMemo(
    () =>
      (data ?? [])
        .filter(({ archived }) => !archived)
        .map(({ id, name, sku }) => ({ id, name, ...(sku === undefined ? {} : { detail: sku }) })),
    [data],
  )
  const pick = (id: string) => {
    const material = data?.find((one) => one.id === id)
    if (material === undefined) return
    const price = material.freeOfCharge ? '0' : material.price
    props.onChange({
      ...row,
      materialId: id,
      description: material.description ?? material.name,
      ...(material.unit === undefined ? {} : { unit: material.unit }),
      ...(price === undefined ? {} : { unitPrice: price }),
      ...(material.accountId === undefined ? {} : { accountId: material.accountId }),
    })
  }
  const write = (description: string) => {
    const { materialId: _, ...rest } = row
    props.onChange({ ...rest, description })
  }
  const chosen = data?.find(({ id }) => id === row.materialId)
  return (
    <SearchPicker
      label={messages.material}
      placeholder={messages.materialHint}
      error={props.error}
      choices={choices}
      shown={row.materialId === undefined ? row.description : (chosen?.name ?? row.description)}
      onPick={pick}
      onClear={() => write('')}
      free={{ label: messages.useText, onUse: write, always: true }}
    />
  )
}
