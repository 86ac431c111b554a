import type { MaterialRow, MaterialTableField } from '@fieldledger/forms'
import { Select } from '@mantine/core'
import { useCatalogue } from '../../data/use-catalogue.ts'
import { useFilling } from '../filling-context.ts'
import { DecimalInput } from '../inputs/decimal-input.tsx'
import { messages } from '../messages.ts'
import classes from './material-line.module.css'

/** The optional columns: tax, cost code, account, vendor. */
export function LineExtras(props: {
  field: MaterialTableField
  row: MaterialRow
  path: string
  onSet: (part: {
    taxPercent?: string | undefined
    costCodeId?: string | undefined
    accountId?: string | undefined
    vendorId?: string | undefined
  }) => void
}) {
  const { columns } = props.field
  const { errors } = useFilling()
  const costCodes = useCatalogue('cost-codes', { enabled: columns.costCode })
  const accounts = useCatalogue('accounts', { enabled: columns.account })
  const vendors = useCatalogue('vendors', { enabled: columns.vendor === true })
  return (
    <>
      {columns.tax ? (
        <DecimalInput
          label={messages.taxPercent}
          value={props.row.taxPercent}
          error={errors[`${props.path}/taxPercent`]}
          onChange={(taxPercent) => props.onSet({ taxPercent })}
        />
      ) : null}
      {columns.costCode ? (
        <Select
          size="md"
          className={classes.wide ?? ''}
          label={messages.costCode}
          searchable
          clearable
          value={props.row.costCodeId ?? null}
          error={errors[`${props.path}/costCodeId`]}
          data={(costCodes.data ?? [])
            .filter(({ archived }) => !archived)
            .map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
          onChange={(costCodeId) => props.onSet({ costCodeId: costCodeId ?? undefined })}
        />
      ) : null}
      {columns.account ? (
        <Select
          size="md"
          className={classes.wide ?? ''}
          label={messages.account}
          searchable
          clearable
          value={props.row.accountId ?? null}
          error={errors[`${props.path}/accountId`]}
          data={(accounts.data ?? [])
            .filter(({ archived }) => !archived)
            .map(({ id, number, name }) => ({ value: id, label: number ? `${number} ${name}` : name }))}
          onChange={(accountId) => props.onSet({ accountId: accountId ?? undefined })}
        />
      ) : null}
      {columns.vendor ? (
        <Select
          size="md"
          className={classes.wide ?? ''}
          label={messages.vendor}
          searchable
          clearable
          limit={50}
          value={props.row.vendorId ?? null}
          error={errors[`${props.path}/vendorId`]}
          data={(vendors.data ?? [])
            .filter(({ archived, id }) => !archived || id === props.row.vendorId)
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(vendorId) => props.onSet({ vendorId: vendorId ?? undefined })}
        />
      ) : null}
    </>
  )
}
