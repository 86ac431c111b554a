import {
  currencyDecimals,
  decimalFromMoney,
  decimalsOf,
  type Money,
  moneyFromDecimal,
  readDecimal,
} from '@fieldledger/accounting/money'
import { describeFieldError } from '@fieldledger/forms'
import { Text } from '@mantine/core'
import { DecimalInput } from './decimal-input.tsx'

/** An amount in the company's currency. An amount with too many decimals is refused, never rounded. */
export function MoneyInput(props: {
  label: string
  currency: string
  value: Money | string | undefined
  onChange: (value: Money | string | undefined) => void
  help?: string | undefined
  required?: boolean | undefined
  error?: string | undefined
}) {
  const { value, currency } = props
  const limit = currencyDecimals(currency)
  const found = typeof value === 'string' && readDecimal(value) !== undefined ? decimalsOf(value) : 0
  const tooFine =
    found > limit ? describeFieldError('too-many-decimals', { label: props.label, limit, found }) : undefined
  return (
    <DecimalInput
      label={props.label}
      help={props.help}
      required={props.required}
      error={tooFine ?? props.error}
      unit={
        <Text size="xs" c="dimmed">
          {currency}
        </Text>
      }
      value={typeof value === 'object' ? decimalFromMoney(value) : value}
      onChange={(typed) => {
        const decimal = typed === undefined ? undefined : readDecimal(typed)
        const fits = decimal !== undefined && decimalsOf(decimal) <= limit
        props.onChange(fits ? moneyFromDecimal(decimal, currency) : typed)
      }}
    />
  )
}
