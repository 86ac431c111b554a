import {
  documentCapability,
  inOrderOf,
  type LedgerDocument,
  lineThere,
  type RemoteDocument,
} from '@fieldledger/accounting'
import { capabilities } from '../capabilities.ts'

/** Quantities and texts too, which two documents of the same amounts may differ in; of what is not told there nothing is said. */
export function sameLines(document: LedgerDocument, there: RemoteDocument): boolean {
  const can = documentCapability(capabilities, document.kind)
  const { lines } = inOrderOf(document, there)
  return document.lines.every((line, position) => {
    const wanted = lineThere(line, can)
    const held = lines[position]
    return isSame(wanted.description, held?.description) && isSame(wanted.quantity, held?.quantity)
  })
}

/** An item without a text of its own is given the item's there. */
function isSame(wanted: string | undefined, held: string | undefined): boolean {
  return !wanted || !held || wanted === held
}
