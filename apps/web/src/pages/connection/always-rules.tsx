import type { SupplierField, SupplierRules } from '@fieldledger/workflow'
import { CloseButton, Table } from '@mantine/core'
import { supplierFieldNames } from '../catalogue/supplier-field-names.ts'
import { messages } from './messages.ts'

/** Rules that were learned where somebody said "always": each can be taken away. */
export function AlwaysRules(props: {
  rules: SupplierRules
  ledger: string
  onChange: (always: NonNullable<SupplierRules['always']>) => void
}) {
  const always = props.rules.always ?? {}
  const forget = (field: string) => {
    const { [field as SupplierField]: _forgotten, ...kept } = always
    props.onChange(kept)
  }
  return Object.entries(always).map(([field, side]) => {
    const name = supplierFieldNames[field] ?? field
    return (
      <Table.Tr key={field}>
        <Table.Td>{messages.changedOnBoth(name)}</Table.Td>
        <Table.Td>
          {side === 'ours' ? messages.oursStands : messages.theirsStands(props.ledger)}
          <CloseButton
            size="sm"
            ml="xs"
            style={{ verticalAlign: 'middle' }}
            aria-label={messages.forgetRule(name)}
            onClick={() => forget(field)}
          />
        </Table.Td>
      </Table.Tr>
    )
  })
}
