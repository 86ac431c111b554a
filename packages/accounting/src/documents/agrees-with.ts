import { sameMoney } from '../money/arithmetic.ts'
import type { Money } from '../money/money.ts'
import type { RemoteDocument } from './ledger-document.ts'

/** Whether it is of that day and of that sum. */
export function agreesWith({ date, net }: { date: string; net: Money }, document: RemoteDocument): boolean {
  return document.date === date && sameMoney(document.net, net)
}
