import {
  DocumentRejected,
  type FilesTaken,
  type LedgerFile,
  type NotTaken,
  type Operation,
  whyNotTaken,
} from '@fieldledger/accounting'

/** One file that is refused keeps neither the others nor the document. */
export function* refusalOf(what: string, doing: Operation<unknown>): Operation<NotTaken[]> {
  try {
    yield* doing
    return []
  } catch (error) {
    if (error instanceof DocumentRejected) return [{ what, why: error.message }]
    throw error
  }
}

/** A file that the ledger surely does not take is not tried. */
export function* refusalOfFile(
  file: LedgerFile,
  {
    uploading,
    ...rule
  }: { position: number; ledger: string; files: FilesTaken; uploading: Operation<unknown> },
): Operation<NotTaken[]> {
  const why = whyNotTaken(file, rule)
  return why === undefined ? yield* refusalOf(file.name, uploading) : [{ what: file.name, why }]
}

/** A file is known there by its name, so that two of one name are told apart. */
export function withOwnNames(files: readonly LedgerFile[], forbidden: RegExp): LedgerFile[] {
  const seen = new Map<string, number>()
  return files.map((file) => {
    const plain = file.name.replaceAll(forbidden, '-')
    const before = seen.get(plain) ?? 0
    seen.set(plain, before + 1)
    return { ...file, name: before === 0 ? plain : numbered(plain, before + 1) }
  })
}

function numbered(name: string, number: number): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? `${name} (${number})` : `${name.slice(0, dot)} (${number})${name.slice(dot)}`
}
