import { readDecimal } from '@fieldledger/accounting/money'
import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'

/** A number as people type it ("1,250.50"); what is no number stays visible and is refused beside the field. */
export function DecimalInput(props: {
  label: string
  value: string | undefined
  onChange: (value: string | undefined) => void
  help?: string | undefined
  required?: boolean | undefined
  error?: string | undefined
  unit?: ReactNode
}) {
  const [typed, setTyped] = useState<string>()
  return (
    <TextInput
      label={props.label}
      description={props.help}
      withAsterisk={props.required ?? false}
      error={props.error}
      size="md"
      inputMode="decimal"
      autoComplete="off"
      classNames={{ input: 'numeric' }}
      styles={{ input: { textAlign: 'right' } }}
      rightSection={props.unit}
      value={typed ?? props.value ?? ''}
      onFocus={(event) => {
        setTyped(event.currentTarget.value)
        event.currentTarget.select()
      }}
      onBlur={() => setTyped(undefined)}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        props.onChange(text.trim() === '' ? undefined : (readDecimal(text) ?? text))
      }}
    />
  )
}
