import type { DraftInputs } from './draft-inputs.ts'

/** The number under which a document stands in the ledger. */
export interface DocumentNumber {
  number: string
  /** true = the vendor gave it: two vendors may have given the same one. */
  isOfVendor: boolean
}

/** Of a bill it is the number on the vendor's paper, where the form has it (S1-10); of everything else, and else, ours. */
export function documentNumber({
  submission,
  request,
}: {
  submission: Pick<DraftInputs['submission'], 'number' | 'values'>
  request: Pick<DraftInputs['request'], 'documentKind' | 'mapping'>
}): DocumentNumber {
  const { vendorNumber } = request.mapping
  const given =
    vendorNumber === undefined || request.documentKind !== 'bill'
      ? undefined
      : submission.values[vendorNumber]
  const ofVendor = typeof given === 'string' ? given.trim() : ''
  return ofVendor === ''
    ? { number: submission.number ?? '', isOfVendor: false }
    : { number: ofVendor, isOfVendor: true }
}
