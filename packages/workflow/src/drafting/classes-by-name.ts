import type { RemoteReference } from '@fieldledger/accounting'

/** A mark, and out of which of the ledger's lists it is. */
export type Mark = RemoteReference & { list?: string }
export type ClassesByName = ReadonlyMap<string, readonly Mark[]>

/**
 * What a form may call a class, in lower case, and which it may mean. "Region: North" is North too, and both are meant
 * by it when there is another North; whoever is called just that goes before those that are called so within something.
 */
export function classesByName(classes: readonly Mark[]): ClassesByName {
  const whole = grouped(classes, ({ name = '' }) => name)
  const within = grouped(classes, ({ name = '' }) => /:\s*([^:]+)$/.exec(name)?.[1] ?? name)
  return new Map([...within, ...whole])
}

function grouped(classes: readonly Mark[], called: (reference: Mark) => string) {
  const groups = new Map<string, Mark[]>()
  for (const reference of classes) {
    const key = called(reference).trim().toLowerCase()
    groups.set(key, [...(groups.get(key) ?? []), reference])
  }
  return groups
}
