import { type LedgerDocument, TooLong } from '@fieldledger/accounting'
import { textLimits } from './capabilities.ts'

/** The limits are held before anything is sent, so that the sentence can say which text is how long. */
export function refuseBeyondLimits({ number, memo = '', shipTo = '', lines }: LedgerDocument): void {
  const texts: [string, string, number][] = [
    ['the document number', number, textLimits.number],
    ['the memo', memo, textLimits.memo],
    ['the place to ship to', shipTo, textLimits.shipTo],
    ...lines.map(({ description }, index): [string, string, number] => [
      `the description of line ${index + 1}`,
      description,
      textLimits.lineText,
    ]),
  ]
  for (const [field, text, limit] of texts) {
    if (text.length <= limit) continue
    throw new TooLong(
      `NetSuite takes at most ${limit} characters for ${field}, not ${text.length}. Shorten it and send again.`,
      { field, params: { field, limit, length: text.length } },
    )
  }
}
