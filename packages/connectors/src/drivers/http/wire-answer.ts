import type { WireAnswer } from '@fieldledger/accounting'
import type { EgressAnswer } from '@fieldledger/egress'

/** Parsed when it is JSON, the plain text otherwise: an operation or `classify` then says that it is unreadable. */
export function wireAnswer({ status, headers, text }: EgressAnswer): WireAnswer {
  return { status, headers, body: parsed(text) }
}

function parsed(text: string): unknown {
  // A key of this name is never the ledger's; what carries it is not taken apart.
  if (text.includes('"__proto__"')) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
