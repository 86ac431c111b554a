import { type EgressAnswer, redactText } from '@fieldledger/egress'
import type { StepAnswer } from '@fieldledger/workflow'

/** An answer as it may be kept: whatever repeats one of our secrets, or looks like one, is hidden. */
export function answered({ status, headers, text }: EgressAnswer, secrets: readonly string[]): StepAnswer {
  const hide = (said: string) =>
    redactText(secrets.reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), said))
  return {
    state: 'answered',
    status,
    contentType: hide(headers['content-type'] ?? '').slice(0, 200),
    text: hide(text),
  }
}
