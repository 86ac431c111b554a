import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { executeRun, retryRun } from '@fieldledger/runtime'
import { createNamedSecrets } from '@fieldledger/storage'
import { companyScope, type Graph } from '@fieldledger/workflow'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createStepRequests } from '../../../apps/worker/src/create-step-requests.ts'
import { bookkeeper, openScene, type Scene } from './scene.ts'

interface Heard {
  path: string
  headers: IncomingMessage['headers']
  body: string
}

const masterKeys = [{ id: 'k1', key: Buffer.alloc(32, 7) }]
const key = 'Bearer 5ecret-of-the-warehouse'
let scene: Scene
let server: Server
let origin: string
let heard: Heard[]
let onRequest: (() => Promise<void>) | undefined
let answer: { status: number; body: string }
let close: () => Promise<void>

beforeEach(async () => {
  heard = []
  onRequest = undefined
  answer = { status: 200, body: 'ok' }
  server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    heard.push({ path: request.url ?? '', headers: request.headers, body })
    await onRequest?.()
    response.writeHead(answer.status).end(answer.body)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  scene = await openScene()
})
afterEach(async () => {
  await close()
  await scene.close()
  server.closeAllConnections()
  server.close()
})

/** Start → label → request → label; what fails goes to the label "In vain". */
function graphWith(config: Record<string, unknown>): Graph {
  const label = (text: string) => ({ kind: 'set-status', name: text, config: { set: 'label', label: text } })
  const edge = (id: string, from: [step: string, outlet: string], to: string) => ({
    id: `e_${id}`,
    from: { step: from[0], outlet: from[1] },
    to,
  })
  const request = { method: 'POST', url: `${origin}/orders/{number}`, headers: [], format: 'json', body: '' }
  return {
    steps: {
      s_start: { kind: 'form-submitted', name: 'Start', config: {} },
      s_before: label('Before'),
      s_call: { kind: 'http-request', name: 'Call', config: { ...request, ...config } },
      s_after: label('After'),
      s_vain: label('In vain'),
    },
    edges: [
      edge('aaaa', ['s_start', 'next'], 's_before'),
      edge('bbbb', ['s_before', 'next'], 's_call'),
      edge('cccc', ['s_call', 'next'], 's_after'),
      edge('dddd', ['s_call', 'failed'], 's_vain'),
    ],
  }
}

async function submit(config: Record<string, unknown> = {}, company = { practice: true }): Promise<string> {
  scene.workflows.push({ version: 2, graph: graphWith(config) })
  const secrets = createNamedSecrets({ database: scene.database, masterKeys })
  const requests = createStepRequests({
    secrets,
    people: {
      company: async () => ({ id: scene.companyId, name: 'C', currency: 'USD', timeZone: 'UTC', ...company }),
    },
    practiceOrigin: origin,
  })
  close = requests.close
  scene.runtime.requests = requests
  const { id } = await scene.submit()
  return id
}

const saveSecret = (at: string) =>
  createNamedSecrets({ database: scene.database, masterKeys }).save(companyScope(scene.companyId), {
    name: 'warehouse',
    origin: at,
    value: key,
    by: 'p-admin',
  })
const labelOf = async (id: string) => (await scene.store.submissions.get(id))?.label
const withSecret = { headers: [{ name: 'Authorization', value: '{secret:warehouse}' }] }

test('the form is saved at the step before the request leaves, and goes on after the answer', async () => {
  const id = await submit({ body: '{"total":"{total}"}' })
  let standing: unknown
  onRequest = async () => {
    const run = await scene.store.runs.activeOf(id)
    const [token] = run?.tokens ?? []
    standing = {
      stepId: token?.stepId,
      visit: token?.visit,
      attempts: run?.attempts,
      claims: run?.epoch,
      label: await labelOf(id),
    }
  }
  await scene.settle()
  expect(standing).toEqual({ stepId: 's_call', visit: 1, attempts: 1, claims: 1, label: 'Before' })
  const run = await scene.store.submissions.get(id)
  expect(heard).toMatchObject([
    {
      path: '/orders/PO-0001',
      body: '{"total":"20.00"}',
      headers: { 'idempotency-key': `${run?.runId}-s_call-1`, 'content-type': 'application/json' },
    },
  ])
  expect(await labelOf(id)).toBe('After')
  expect(await scene.timeline(id)).toContain('request-answered')
})

test('a worker that dies after the request has left repeats it with the same key, and nothing before it', async () => {
  const id = await submit()
  const [run] = await scene.claimRuns()
  if (run === undefined) throw new RangeError('Nothing was claimed.')
  onRequest = async () => {
    onRequest = undefined
    await scene.workerDies()
  }
  await executeRun({ runtime: scene.runtime, run })
  expect(await labelOf(id)).toBe('Before')
  await scene.settle()
  const keys = heard.map(({ headers }) => headers['idempotency-key'])
  expect(keys).toEqual([keys[0], keys[0]])
  expect(await labelOf(id)).toBe('After')
  expect((await scene.timeline(id)).filter((code) => code === 'request-answered')).toHaveLength(1)
})

test('a run that was stopped before its request leaves sends none', async () => {
  const id = await submit()
  const [run] = await scene.claimRuns()
  if (run === undefined) throw new RangeError('Nothing was claimed.')
  await scene.store.runs.move({ id: run.id, from: ['active'], to: 'paused' })
  await executeRun({ runtime: scene.runtime, run })
  expect(heard).toEqual([])
  expect(await labelOf(id)).toBe('Before')
})

test('a secret reaches its own destination and is hidden in what comes back', async () => {
  await saveSecret(origin)
  answer = { status: 500, body: `You sent ${key}.` }
  const id = await submit(withSecret)
  await scene.settle()
  expect(heard[0]?.headers.authorization).toBe(key)
  const kept = JSON.stringify([
    await scene.store.timeline.read({ submissionId: id }),
    await scene.store.runs.results((await scene.store.submissions.get(id))?.runId ?? ''),
  ])
  expect(kept).toContain('You sent [redacted].')
  expect(kept).toContain('{"name":"Authorization","value":"(hidden)"}')
  expect(kept).not.toContain('5ecret')
})

test('a secret for another place, or of another company, never leaves', async () => {
  await saveSecret('https://api.example.com')
  const id = await submit(withSecret)
  await scene.settle()
  expect(heard).toEqual([])
  expect(await labelOf(id)).toBe('In vain')
  const stranger = companyScope('another-company')
  const opened = createNamedSecrets({ database: scene.database, masterKeys }).open(stranger, ['warehouse'])
  expect((await opened).size).toBe(0)
})

test('a redirect is not followed, and a refusal leaves by the failed outlet', async () => {
  answer = { status: 302, body: '' }
  const id = await submit()
  await scene.settle()
  expect(heard).toHaveLength(1)
  expect(await labelOf(id)).toBe('In vain')
})

test('a real company calls this machine by no name, not even the one that a practice company may', async () => {
  const id = await submit({}, { practice: false })
  await scene.settle()
  expect(heard).toEqual([])
  expect(await labelOf(id)).toBe('In vain')
})

test('a person’s retry of a refused request carries a key of its own, one of what may have arrived the same', async () => {
  const id = await submit()
  const graph = scene.workflows.at(-1)?.graph
  if (graph !== undefined) graph.edges = graph.edges.filter(({ from }) => from.outlet !== 'failed')
  const runId = (await scene.store.submissions.get(id))?.runId ?? ''
  const { runtime, companyId } = scene
  const again = async (status: number) => {
    answer = { status, body: '' }
    await retryRun({ runtime, companyId, person: bookkeeper, runId })
    await scene.settle()
  }
  answer = { status: 503, body: '' }
  await scene.settle()
  await again(422)
  await again(422)
  await again(200)
  const key = `${runId}-s_call-1`
  expect(heard.map(({ headers }) => headers['idempotency-key'])).toEqual([key, key, `${key}-1`, `${key}-2`])
  expect(await labelOf(id)).toBe('After')
})
