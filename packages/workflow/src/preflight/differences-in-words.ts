import {
  compareDocuments,
  describeField,
  type LedgerDocument,
  type RemoteDocument,
} from '@fieldledger/accounting'

/** How a document there differs from ours, a line for each thing; nothing = not at all. No form made it: it has no link to one. */
export function differencesInWords(ours: LedgerDocument, theirs: RemoteDocument): string {
  const { backLink: _mine, ...said } = ours
  return compareDocuments(said, theirs)
    .map(({ field, sent, found }) => `${describeField(field)}: ${shown(sent)} here, ${shown(found)} there`)
    .join('\n')
}

function shown(value: string): string {
  return value === '' ? 'nothing' : value
}
