export { createEgress, type Egress } from './create-egress.ts'
export * from './egress-errors.ts'
export type { EgressAnswer, EgressRequest } from './egress-exchange.ts'
export { redactHeaders, redactText, redactValue } from './redact.ts'
