import type { Router } from 'express'
import { Type } from 'typebox'
import { readControl } from './control-request.ts'
import type { GrantRecord, Grants } from './grants.ts'

/** As the service at hand names its companies. */
const PlaceChoice = Type.Object(
  { realm: Type.Optional(Type.String({ pattern: '^[\\w-]{1,40}$' })) },
  { additionalProperties: false },
)

interface GrantBooks {
  places: ReadonlyMap<string, unknown>
  grants: Grants
  now: () => number
  write(record: GrantRecord): void
  settled(): Promise<void>
}

/** `/tokens/expire` and `/tokens/revoke` among the control requests. */
export function addGrantRoutes(router: Router, books: GrantBooks): void {
  router.post('/tokens/expire', async (request, response) => {
    books.write({ type: 'expired', at: books.now(), ...readControl(PlaceChoice, request.body) })
    await books.settled()
    response.json({})
  })
  router.post('/tokens/revoke', async (request, response) => {
    const { realm } = readControl(PlaceChoice, request.body)
    const grants = [...books.places.keys()]
      .filter((id) => realm === undefined || id === realm)
      .flatMap((id) => books.grants.ofRealm(id))
    for (const { id } of grants) books.write({ type: 'revoked', grant: id })
    await books.settled()
    response.json({ revoked: grants.length })
  })
}
