import { mayDo, Permission } from '@fieldledger/contract'
import type { Role } from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { afterAll, describe, expect, test } from 'vitest'
import { routeTable } from './route-table.ts'
import type { Route } from './router/route.ts'
import { sampleBody } from './testing/sample-body.ts'
import { openKeySession, type Session } from './testing/session.ts'
import { type Records, roles, setStage } from './testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())

const { ours, theirs, hidden, nobody } = stage
/** Reading before changing, so that nothing is gone before it was looked at; deleting last. */
const order = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
const routes = routeTable(stage.services)
  .filter(({ policy }) => policy !== 'public')
  .sort((one, other) => order.indexOf(one.method) - order.indexOf(other.method))
/** For each permission a key that has it alone. */
const keys = new Map<string, Session>()
for (const { const: permission } of Permission.anyOf) {
  if (permission === 'api-key.manage') continue
  const asked = { name: permission, permissions: [permission], days: 1 }
  const { body } = await ours.people.admin.session('POST', '/api-keys', asked)
  keys.set(permission, await openKeySession(stage.origin, String(body.key)))
}
/** Two of another kind are enough at each door. */
const strangers = new Set(['form.read', 'audit.read'])
const seesAll: readonly Role[] = ['admin', 'bookkeeper', 'auditor']

describe.each(routes)('$method $path', (route) => {
  const kind = kindOf(route)
  const may = (role: Role) => route.policy === 'signed-in' || mayDo(role, route.policy as Permission)

  test('nobody enters without a session', async () => {
    expect((await ask(nobody, { route, records: ours.records })).status).toBe(401)
  })

  test('each role may do what the table says, no more', async () => {
    for (const role of roles) {
      const { status, body } = await ask(ours.people[role].session, { route, records: ours.records })
      const told = `${role}: ${status} ${JSON.stringify(body).slice(0, 300)}`
      if (!may(role)) {
        expect(status, told).toBe(403)
        continue
      }
      // Whatever a handler says to a well-formed request is its own affair; the door let it through.
      expect([401, 500], told).not.toContain(status)
      if (body.code !== 'not-your-task') expect(status, told).not.toBe(403)
      // The stage has no ledger to search in.
      const there = route.method === 'GET' && !/\/(remote|suggestions)(\/|$)/.test(route.path)
      if (kind !== undefined && there) expect(status, told).not.toBe(404)
      expect(body.code, told).not.toBe('bad-request')
    }
  })

  test('a key with this permission alone is let in, a key with any other one is not', async () => {
    for (const [permission, session] of keys) {
      if (permission !== route.policy && !strangers.has(permission)) continue
      const { status, body } = await ask(session, { route, records: ours.records })
      const told = `${permission}: ${status} ${JSON.stringify(body).slice(0, 300)}`
      if (permission !== route.policy) expect([status, body.code], told).toEqual([403, 'key-not-allowed'])
      else if (body.code !== 'not-your-task') expect([401, 403, 500], told).not.toContain(status)
    }
  })

  if (route.policy === 'signed-in') return

  test('another company is answered like a missing one', async () => {
    const headers = { 'x-company-id': theirs.scope.companyId }
    const asked = { route, records: theirs.records, headers }
    for (const { status, body } of await askAll(asked))
      expect([status, body.code]).toEqual([404, 'not-found'])
  })

  if (kind === undefined) return

  test('a record of another company is answered like a missing one', async () => {
    const foreign = await askAll({ route, records: theirs.records })
    const missing = await askAll({ route, records: missingRecords() })
    expect(foreign.map(({ status }) => status)).toEqual(roles.map((role) => (may(role) ? 404 : 403)))
    expect(foreign.map(({ body }) => body)).toEqual(missing.map(({ body }) => body))
  })

  if (!(kind in hidden)) return

  test('a record of a colleague is known by the rules of visibility', async () => {
    const answers = await askAll({ route, records: { ...ours.records, ...hidden } })
    for (const [position, role] of roles.entries()) {
      const status = answers[position]?.status
      if (!may(role)) expect(status, role).toBe(403)
      else if (seesAll.includes(role)) expect([401, 404, 500], `${role} ${status}`).not.toContain(status)
      else expect(status, role).toBe(404)
    }
  })
})

function askAll(asked: Asked) {
  return Promise.all(roles.map((role) => ask(ours.people[role].session, asked)))
}

test('lists, search and files of spreadsheets name nothing that the person may not know of', async () => {
  for (const role of ['field', 'approver', 'viewer'] as const) {
    const { session } = ours.people[role]
    for (const path of [
      '/submissions',
      '/submissions.csv',
      '/runs',
      '/runs.csv',
      '/tasks?scope=all',
      '/search?q=PO',
    ]) {
      const text = JSON.stringify((await session('GET', path)).body)
      expect(text, `${role} ${path}`).not.toContain(hidden.submissions)
      expect(text, `${role} ${path}`).not.toContain('PO-2026-0001')
    }
  }
})

function kindOf({ path }: Pick<Route, 'path'>): keyof Records | undefined {
  const [, first = '', second] = path.split('/')
  return second === ':id' && first in ours.records ? (first as keyof Records) : undefined
}

interface Asked {
  route: Route
  records: Records
  headers?: Record<string, string>
}

function ask(session: Session, asked: Asked) {
  const { route, records, headers = {} } = asked
  const kind = kindOf(route)
  const path = route.path
    .replace(':id', kind === undefined ? (stage.services.connectors[0]?.id ?? '') : records[kind])
    .replace(':connectionId', records.connections)
    .replace(':provider', stage.services.connectors[0]?.id ?? '')
    .replace(':n', '1')
  const query = path === '/search' ? '?q=a' : path.includes('/remote/') ? '?q=a' : ''
  return session(route.method, path + query, sampleBody(route, records), headers)
}

function missingRecords(): Records {
  return Object.fromEntries(Object.keys(ours.records).map((kind) => [kind, v7()])) as unknown as Records
}

test('every permission that a route asks for is one of the contract’s, and an admin’s', () => {
  const policies = new Set(routes.map(({ policy }) => policy))
  policies.delete('public')
  policies.delete('signed-in')
  for (const policy of policies) expect(mayDo('admin', policy as Permission), policy).toBe(true)
})
