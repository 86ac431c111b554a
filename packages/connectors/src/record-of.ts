import { type DocumentKind, NotAllowed } from '@fieldledger/accounting'

/** As what a document of ours is kept in a ledger; a kind that is not in the list is not sent there. */
export function recordOf<Each>(
  label: string,
  records: Partial<Record<DocumentKind, Each>>,
): (kind: DocumentKind) => Each {
  return (kind) => {
    const record = records[kind]
    if (record !== undefined) return record
    throw new NotAllowed(
      `Fieldledger does not send this kind of document to ${label}. Use a form of the type ${oneOf(Object.keys(records))}.`,
      { params: { kind } },
    )
  }
}

function oneOf(kinds: string[]): string {
  const names = kinds.map((kind) => kind.replaceAll('-', ' '))
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' or ')
}
