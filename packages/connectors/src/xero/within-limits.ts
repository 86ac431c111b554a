import { type LedgerDocument, TooLong } from '@fieldledger/accounting'
import { capabilities } from './capabilities.ts'

/** The service cuts some texts without a word, so the limits are held before anything is sent. */
export function refuseBeyondLimits({ number, memo = '', kind }: LedgerDocument): void {
  const limits = capabilities.documents[kind]
  if (limits === undefined) return
  const texts: [string, string, number][] = [
    ['the document number', number, limits.numberLimit],
    ['the memo', memo, limits.memoLimit],
  ]
  for (const [field, text, limit] of texts) {
    if (text.length <= limit) continue
    throw new TooLong(
      `Xero takes at most ${limit} characters for ${field}, not ${text.length}. Shorten it and send again.`,
      { field, params: { field, limit, length: text.length } },
    )
  }
}
