import type { JsonObject } from '../../../fake-service/json.ts'
import type { Tenant } from '../books/tenant.ts'
import { elementKinds, idOf, kindNames } from '../element-kinds.ts'

/** Everything in one organisation's books, for tests that count. */
export function describeBooks(tenant: Tenant): Record<string, unknown> {
  const elements: Record<string, JsonObject[]> = {}
  const historyCounts: Record<string, Record<string, number>> = {}
  for (const kind of kindNames) {
    const { plural } = elementKinds[kind]
    const all = tenant.all(kind)
    elements[plural] = all
    const counted = all.map(
      (each) => [idOf(kind, each), tenant.history(kind, idOf(kind, each)).length] as const,
    )
    historyCounts[plural] = Object.fromEntries(counted.filter(([, count]) => count > 0))
  }
  const { id, name, settings, creates } = tenant
  return { realm: id, name, settings, elements, historyCounts, creates }
}
