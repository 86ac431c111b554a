/** What a step leaves that brought a form into a ledger; `sent` = it was this visit that sent it. */
export interface DocumentOutput {
  number: string
  url?: string
  sent: boolean
}

export function isDocumentOutput(output: unknown): output is DocumentOutput {
  return typeof output === 'object' && output !== null && 'number' in output && 'sent' in output
}
