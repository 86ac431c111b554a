/** developer.xero.com "Limits": 5000 calls a day for each organisation; every answer tells how many are left. */
const perDay = 5000

export function quotaOf(headers: Readonly<Record<string, string>>): { left: number; of: number } | undefined {
  const left = Number(headers['x-daylimit-remaining'])
  return headers['x-daylimit-remaining'] === undefined || !Number.isInteger(left)
    ? undefined
    : { left, of: perDay }
}
