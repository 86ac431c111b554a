import { PermissionMissing } from '@fieldledger/accounting'

/** Granular scopes: the broad ones are refused to apps made since March 2026. Orders belong to invoices. */
const permissions = {
  'accounting.invoices': 'invoices, bills and purchase orders',
  'accounting.contacts': 'contacts',
  'accounting.settings': 'settings, which are accounts, items and tax rates',
  'accounting.attachments': 'files',
} as const
type Scope = keyof typeof permissions

export const scopes = ['offline_access', ...Object.keys(permissions)]

/** What the token was given, where the answer tells, against what was asked for. */
export function refuseNarrowConsent(given: string | undefined): void {
  if (given === undefined) return
  const granted = given.split(/\s+/)
  const missing = Object.entries(permissions).flatMap(([scope, name]) =>
    granted.includes(scope) ? [] : [name],
  )
  if (missing.length > 0) throw permissionMissing(missing.join('; '))
}

/** The permission that a request needs, by what it asks for. */
export function permissionOf(path: string): string {
  return permissions[scopeOf(path)]
}

function scopeOf(path: string): Scope {
  if (/\/Attachments(\/|$)/.test(path)) return 'accounting.attachments'
  if (/\/(Invoices|PurchaseOrders)(\/|$)/.test(path)) return 'accounting.invoices'
  return /\/Contacts(\/|$)/.test(path) ? 'accounting.contacts' : 'accounting.settings'
}

export function permissionMissing(what: string): PermissionMissing {
  return new PermissionMissing(
    `The consent in Xero leaves out what Fieldledger needs: ${what}. Reconnect under Connections, and allow everything that Xero lists.`,
    { entry: 'permission-missing', params: { permission: what } },
  )
}
