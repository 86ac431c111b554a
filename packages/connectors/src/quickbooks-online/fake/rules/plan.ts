import type { Realm } from '../books/realm.ts'

export function hasPurchaseOrders({ settings: { plan } }: Realm): boolean {
  return plan === 'Plus' || plan === 'Advanced'
}
