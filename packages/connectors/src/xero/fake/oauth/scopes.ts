const readable = [
  'contacts',
  'settings',
  'attachments',
  'invoices',
  'payments',
  'banktransactions',
  'manualjournals',
]
const known = new Set([
  ...['openid', 'profile', 'email', 'offline_access', 'accounting.journals.read'],
  ...readable.flatMap((name) => [`accounting.${name}`, `accounting.${name}.read`]),
])

/** Broad scopes are closed to applications made since 2026-03-02; the practice applications are such. */
export function scopeError(scope: string): string | undefined {
  const asked = scope.split(/\s+/).filter((each) => each !== '')
  const isGiven = (each: string) => known.has(each) || /^accounting\.reports\.\w+\.read$/.test(each)
  return asked.length > 0 && asked.every(isGiven) ? undefined : 'invalid_scope'
}

export function mayUse(scope: string, need: { scope: string; isWrite: boolean }): boolean {
  const given = scope.split(/\s+/)
  return given.includes(need.scope) || (!need.isWrite && given.includes(`${need.scope}.read`))
}
