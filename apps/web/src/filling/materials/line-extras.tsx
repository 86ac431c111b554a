import type { MaterialRow, MaterialTableField } from '@fieldledger/forms'
import { useCatalogue } from '../../data/use-catalogue.ts'
import { useFilling } from '../filling-context.ts'
import { DecimalInput } from '../inputs/decimal-input.tsx'
import { messages } from '../messages.ts'
import { LineSelect } from './line-select.tsx'
import { LineVendor } from './line-vendor.tsx'

type Extra = 'taxPercent' | 'costCodeId' | 'accountId' | 'vendorId'

/** The optional columns: tax, cost code, account, vendor. */
export function LineExtras(props: {
  field: MaterialTableField
  row: MaterialRow
  path: string
  onSet: (part: { [Part in Extra]?: string | undefined }) => void
}) {
  const { columns } = props.field
  const { errors } = useFilling()
  const costCodes = useCatalogue('cost-codes', { enabled: columns.costCode })
  const accounts = useCatalogue('accounts', { enabled: columns.account })
  const at = (part: Extra) => ({ value: props.row[part], error: errors[`${props.path}/${part}`] })
  return (
    <>
      {columns.tax ? (
        <DecimalInput
          label={messages.taxPercent}
          {...at('taxPercent')}
          onChange={(taxPercent) => props.onSet({ taxPercent })}
        />
      ) : null}
      {columns.costCode ? (
        <LineSelect
          label={messages.costCode}
          entries={costCodes.data}
          nameOf={({ code, name }) => `${code} ${name}`}
          {...at('costCodeId')}
          onPick={(costCodeId) => props.onSet({ costCodeId })}
        />
      ) : null}
      {columns.account ? (
        <LineSelect
          label={messages.account}
          entries={accounts.data}
          nameOf={({ number, name }) => (number ? `${number} ${name}` : name)}
          {...at('accountId')}
          onPick={(accountId) => props.onSet({ accountId })}
        />
      ) : null}
      {columns.vendor ? (
        <LineVendor {...at('vendorId')} onPick={(vendorId) => props.onSet({ vendorId })} />
      ) : null}
    </>
  )
}
