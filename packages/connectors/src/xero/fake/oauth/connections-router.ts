import { type Request, type Response, Router } from 'express'
import { type Answer, refusalAnswer } from '../api/answer.ts'
import { bearerOf } from '../api/authenticate.ts'
import type { Books } from '../books/books.ts'
import { plainTime } from '../dates.ts'
import { XeroRefusal } from '../refusal.ts'
import { refuse } from '../refusals.ts'
import type { Connection } from './grants.ts'

/** `/connections`: which organisations the person behind a token has opened to the application. */
export function connectionsRouter(books: Books): Router {
  const router = Router()
  router.get('/connections', (request: Request, response: Response) => {
    answering(response, () => {
      const { grant } = bearerOf(books, request.get('authorization'))
      const event = request.query.authEventId
      const mine = books.grants.connections(grant.client)
      return mine
        .filter(({ authEventId }) => event === undefined || event === authEventId)
        .map((connection) => describe(connection, books))
    })
  })
  router.delete('/connections/:id', async (request: Request, response: Response) => {
    answering(response, () => {
      const { grant } = bearerOf(books, request.get('authorization'))
      const connection = books.grants.connections(grant.client).find(({ id }) => id === request.params.id)
      if (!connection) throw refuse.notFound()
      books.write({ type: 'disconnected', connection: connection.id })
      return undefined
    })
    await books.settled()
  })
  return router
}

function answering(response: Response, work: () => unknown): void {
  try {
    const body = work()
    if (body === undefined) response.status(204).end()
    else response.json(body)
  } catch (error) {
    if (!(error instanceof XeroRefusal)) throw error
    const { status, body }: Answer = refusalAnswer(error)
    response.status(status).json(body)
  }
}

function describe(connection: Connection, books: Books) {
  const { id, authEventId, tenant, createdAt, updatedAt } = connection
  return {
    id,
    authEventId,
    tenantId: tenant,
    tenantType: 'ORGANISATION',
    tenantName: books.tenant(tenant)?.name ?? null,
    createdDateUtc: plainTime(new Date(createdAt).toISOString()),
    updatedDateUtc: plainTime(new Date(updatedAt).toISOString()),
  }
}
