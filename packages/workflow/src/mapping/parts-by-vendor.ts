import {
  type FormContent,
  isPartOfSplit,
  nextTypesOf,
  type Submission,
  splitByVendor,
  type VendorPart,
} from '@fieldledger/forms'
import type { FieldMapping } from './field-mapping.ts'
import { isPerVendor } from './is-per-vendor.ts'

/** What a form becomes by this mapping, an order for each vendor; empty = it is sent as it is. Pure. */
export function partsByVendor(of: {
  submission: Pick<Submission, 'formType' | 'madeFrom' | 'values'>
  content: FormContent
  mapping: FieldMapping
}): VendorPart[] {
  const { submission, content, mapping } = of
  const { materials } = mapping
  if (materials === undefined || !isPerVendor(mapping)) return []
  if (nextTypesOf(submission.formType).length === 0 || isPartOfSplit(submission)) return []
  return splitByVendor({ content, values: submission.values, table: materials })
}
