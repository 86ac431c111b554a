import { afterAll, expect, test } from 'vitest'
import { BadRequest } from './refusals.ts'
import { routeTable } from './route-table.ts'
import { bodyCheck, queryCheck } from './router/shapes.ts'
import { openSession } from './testing/session.ts'
import { startApi } from './testing/start-api.ts'

const api = await startApi()
afterAll(() => api.stop())

const routes = routeTable(api.services)

test('the OpenAPI document names exactly the routes of the router', async () => {
  const nobody = await openSession(api.origin)
  const { body } = await nobody('GET', '/openapi.json')
  const paths = body.paths as Record<string, Record<string, unknown>>
  const told = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const served = routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  expect(told.sort()).toEqual(served.sort())
  expect(new Set(served).size).toBe(served.length)
})

test('every route has a policy, and every body refuses unknown fields', () => {
  for (const { method, path, policy, body } of routes) {
    expect(policy, `${method} ${path}`).toBeTruthy()
    if (body === undefined) continue
    const shapes = (body as { anyOf?: object[] }).anyOf ?? [body]
    for (const shape of shapes)
      expect(shape, `${method} ${path}`).toMatchObject({ additionalProperties: false })
  }
})

test('every shape of a body and a query compiles, though none is compiled before it is needed', () => {
  for (const { method, path, body, query } of routes)
    for (const check of [body && bodyCheck(body), query && queryCheck(query)])
      expect(
        faultOf(() => check?.({})),
        `${method} ${path}`,
      ).toBeUndefined()
})

test('only these are open without a session', () => {
  const open = routes
    .filter(({ policy }) => policy === 'public')
    .map(({ method, path }) => `${method} ${path}`)
  expect(open.sort()).toEqual([
    'GET /decide/:token',
    'GET /docs',
    'GET /health/live',
    'GET /health/ready',
    'GET /invitations/:token',
    'GET /metrics',
    'GET /openapi.json',
    'GET /portal/:token',
    'GET /setup',
    'POST /decide/:token',
    'POST /hooks/:trigger',
    'POST /invitations/accept',
    'POST /portal/:token/files',
    'POST /portal/:token/forms/:formId/submissions',
    'POST /setup',
    'POST /webhooks/:provider',
  ])
})

test('the first administrator is made once, with the code of the log', async () => {
  const nobody = await openSession(api.origin)
  expect((await nobody('GET', '/setup')).body).toEqual({ needed: true })
  const person = { name: 'Ada', email: 'ada@first.example', password: 'correct horse', company: 'First' }
  const wrong = await nobody('POST', '/setup', { code: 'guessed', ...person })
  expect([wrong.status, wrong.body.code]).toEqual([422, 'setup-code-wrong'])
  expect((await nobody('POST', '/auth/sign-up/email', person)).status).toBe(404)
})

/** What went wrong, other than that the value does not fit. */
function faultOf(check: () => unknown): unknown {
  try {
    check()
  } catch (error) {
    if (!(error instanceof BadRequest)) return error
  }
  return undefined
}
