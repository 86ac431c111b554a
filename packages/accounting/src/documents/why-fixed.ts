import type { DocumentCapability } from '../connector/capabilities.ts'
import { compareDocuments } from './compare-documents.ts'
import { describeField } from './describe-field.ts'
import type { LedgerDocument, RemoteDocument } from './ledger-document.ts'

export interface Changing {
  /** What the ledger is called in sentences. */
  ledger: string
  can: Pick<DocumentCapability, 'edits' | 'label'>
  /** As it was last read. */
  there: RemoteDocument
  /** Absent = it is not known yet what is to be changed: only what takes no change at all is told. */
  wanted?: LedgerDocument
}

/**
 * Why a change of a document may not go, by how it stands in the ledger: a sentence that ends in what to do. undefined =
 * it may. One that is removed is another question, and one of which nothing is told is left to the ledger.
 */
export function whyFixed({ ledger, can, there, wanted }: Changing): string | undefined {
  const { standing, status, number, reference, stateThere } = there
  if (standing === undefined || status === 'removed') return undefined
  const name = `${can.label} ${number ?? reference.id}`
  const rule = can.edits.find((one) => one.standing === standing)
  if (rule === undefined)
    return `${name} stands in ${ledger} as “${stateThere ?? standing}”, in which it is not changed from here. Change it there, or leave it as it is.`
  const { words, stays, instead = '' } = rule
  if (stays === 'nothing') return undefined
  if (stays === 'everything')
    return `${name} ${words} in ${ledger}, so the changes are not taken in there. ${instead}`
  const fields = wanted === undefined ? [] : compareDocuments(wanted, there).map(({ field }) => field)
  const fixed = stays.filter((field) => fields.includes(field)).map(describeField)
  return fixed.length === 0
    ? undefined
    : `${name} ${words} in ${ledger}, so this stays as it is there: ${fixed.join(', ')}. ${instead}`
}
