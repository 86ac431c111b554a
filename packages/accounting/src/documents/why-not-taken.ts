import type { LedgerFile } from './beside-document.ts'

/** Which files a ledger takes beside a document of one kind. */
export interface FilesTaken {
  most?: number
  bytes: number
  /** Endings of names that it refuses. */
  refuses?: readonly string[]
}

/**
 * Why a file will not stand beside its document there; undefined = it may go. The preflight says it before the form is
 * sent, the connector obeys it: one rule for both.
 */
export function whyNotTaken(
  { name, size }: Pick<LedgerFile, 'name' | 'size'>,
  { position, ledger, files }: { position: number; ledger: string; files: FilesTaken },
): string | undefined {
  const { most = Number.POSITIVE_INFINITY, bytes, refuses = [] } = files
  const [, ending = ''] = /\.([^.]+)$/.exec(name.toLowerCase()) ?? []
  if (refuses.includes(ending))
    return `${ledger} takes no ${ending} files. Attach what is in it, each file by itself.`
  if (position >= most) return `${ledger} takes at most ${most} files of a document.`
  return size > bytes
    ? `${ledger} takes at most ${bytes / 1_000_000} MB of a file. Make it smaller.`
    : undefined
}
