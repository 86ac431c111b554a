import { agreesWith } from './agrees-with.ts'
import type { RemoteDocument } from './ledger-document.ts'

/**
 * Those of that day and that sum before all others of the same number and vendor. None is left out: a person may have
 * edited one there, or typed in the same paper once more on another day.
 */
export function agreeingFirst(
  wanted: Parameters<typeof agreesWith>[0],
  found: readonly RemoteDocument[],
): RemoteDocument[] {
  const agreeing = found.filter((document) => agreesWith(wanted, document))
  return [...agreeing, ...found.filter((document) => !agreeing.includes(document))]
}
