import type { NewItem } from '@fieldledger/accounting'
import type { CatalogueMaterial, DraftInputs } from './draft-inputs.ts'

/** What a material becomes in a ledger that has it not yet. */
export function newItem(material: CatalogueMaterial, { request, submittedOn }: DraftInputs): NewItem {
  const { unlinkedItems } = request
  const options = unlinkedItems.create ? unlinkedItems : undefined
  return {
    name: material.name,
    ...(material.sku === undefined ? {} : { sku: material.sku }),
    ...(material.description === undefined ? {} : { description: material.description }),
    kind: options?.kind ?? 'non-inventory',
    ...(options?.expenseAccount === undefined ? {} : { expenseAccount: options.expenseAccount }),
    ...(options?.incomeAccount === undefined ? {} : { incomeAccount: options.incomeAccount }),
    ...(options?.assetAccount === undefined ? {} : { assetAccount: options.assetAccount }),
    startDate: submittedOn,
  }
}
