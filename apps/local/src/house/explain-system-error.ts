const sentences: Record<string, (path: string) => string> = {
  ENOSPC: () => 'The disk is full: free about 1 GB, or set FIELDLEDGER_DATA to a folder on another disk.',
  EDQUOT: () =>
    'Your disk quota is used up: free about 1 GB, or set FIELDLEDGER_DATA to a folder on another disk.',
  EACCES: (path) =>
    `${path} may not be written: give yourself the right to, or set FIELDLEDGER_DATA to another folder.`,
  EROFS: (path) => `${path} is on a read-only disk: set FIELDLEDGER_DATA to a folder that can be written.`,
}

/** The operating system's refusals that a person can cure, as sentences. */
export function explainSystemError(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const path = 'path' in error ? String(error.path) : 'The data folder'
  return sentences[String(error.code)]?.(path)
}
