const combinable = ['rest_webservices', 'restlets', 'suite_analytics']

/** Parted by spaces in a consent, by commas in an assertion and in tokens. */
export function scopesOf(scope: string): string[] {
  return scope.split(/[\s,]+/).filter((each) => each !== '')
}

export function includesScope(scope: string, wanted: string): boolean {
  return scopesOf(scope).includes(wanted)
}

/** `mcp` stands alone; the others may be combined. */
export function scopeError(scope: string): string | undefined {
  const asked = scopesOf(scope)
  const isGiven =
    asked.every((each) => combinable.includes(each)) || (asked.length === 1 && asked[0] === 'mcp')
  return asked.length > 0 && isGiven ? undefined : 'invalid_scope'
}
