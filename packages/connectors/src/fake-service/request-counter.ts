import type { Router } from 'express'

/** How often each kind of call was made to each company, refused ones too. */
export class RequestCounter {
  readonly #counts = new Map<string, Map<string, number>>()

  count({ realm, kind }: { realm: string; kind: string }): void {
    const own = this.#counts.get(realm) ?? new Map<string, number>()
    this.#counts.set(realm, own.set(kind, (own.get(kind) ?? 0) + 1))
  }

  report() {
    const realms = Object.fromEntries(
      [...this.#counts].map(([realm, kinds]) => [realm, Object.fromEntries(kinds)]),
    )
    const all = [...this.#counts.values()].flatMap((kinds) => [...kinds.values()])
    return { total: all.reduce((sum, each) => sum + each, 0), realms }
  }

  forget(): void {
    this.#counts.clear()
  }
}

/** `/requests` among the control requests: look, begin anew. */
export function addCounterRoutes(router: Router, counter: RequestCounter): void {
  router.get('/requests', (_request, response) => void response.json(counter.report()))
  router.delete('/requests', (_request, response) => {
    counter.forget()
    response.json(counter.report())
  })
}
