import type { RemoteReference } from '@fieldledger/accounting'

export type ClassesByName = ReadonlyMap<string, readonly RemoteReference[]>

/**
 * What a form may call a class, in lower case, and which it may mean. "Region: North" is North too, and both are meant
 * by it when there is another North; whoever is called just that goes before those that are called so within something.
 */
export function classesByName(classes: readonly RemoteReference[]): ClassesByName {
  const whole = grouped(classes, ({ name = '' }) => name)
  const within = grouped(classes, ({ name = '' }) => /:\s*([^:]+)$/.exec(name)?.[1] ?? name)
  return new Map([...within, ...whole])
}

function grouped(classes: readonly RemoteReference[], called: (reference: RemoteReference) => string) {
  const groups = new Map<string, RemoteReference[]>()
  for (const reference of classes) {
    const key = called(reference).trim().toLowerCase()
    groups.set(key, [...(groups.get(key) ?? []), reference])
  }
  return groups
}
