import type { Page, RunSummary, RunWalk } from '@fieldledger/contract'
import { v7 } from 'uuid'
import { afterAll, describe, expect, test } from 'vitest'
import { setStage } from '../testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())
const { ours, hidden } = stage
const { session } = ours.people.bookkeeper
const runId = ours.records.runs

async function list(filters: string): Promise<string[]> {
  const { status, body } = await session('GET', `/runs${filters}`)
  expect(status).toBe(200)
  return (body as unknown as Page<RunSummary>).rows.map(({ id }) => id)
}
async function walk(): Promise<RunWalk> {
  const { status, body } = await session('GET', `/runs/${runId}/walk`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as unknown as RunWalk
}

describe('the list of runs', () => {
  test('says newest first which form walks which version, and where it stands', async () => {
    const { body } = await session('GET', '/runs')
    const { rows, total } = body as unknown as Page<RunSummary>
    expect([rows.length, total]).toEqual([2, 2])
    expect(rows[0]?.startedAt.localeCompare(rows[1]?.startedAt ?? '')).toBeGreaterThan(0)
    const graph = (await walk()).graph
    const [trigger] = Object.values(graph.steps).filter(({ kind }) => kind === 'form-submitted')
    expect(rows.find(({ id }) => id === runId)).toMatchObject({
      formName: 'Order',
      vendorName: 'Acme',
      workflowVersion: 1,
      state: 'active',
      standsAt: [trigger?.name],
      endedAt: null,
    })
  })

  test.each([
    ['?state=active', true],
    ['?state=finished', false],
    ['?version=1', true],
    ['?version=2', false],
    ['?q=acme', true],
    ['?q=nobody', false],
    ['?from=2020-01-01&to=2999-12-31', true],
    ['?from=2999-01-01', false],
    ['?to=2020-01-01', false],
    [`?form=${ours.records.forms}`, true],
    [`?form=${v7()}`, false],
  ])('narrowed by %s has it: %s', async (filters, there) => {
    expect((await list(filters)).includes(runId)).toBe(there)
  })

  test('goes on page by page, and comes whole as CSV', async () => {
    const first = await session('GET', '/runs?limit=1')
    const { rows, next = '' } = first.body as unknown as Page<RunSummary>
    const rest = await list(`?limit=1&cursor=${encodeURIComponent(next)}`)
    expect([...rows.map(({ id }) => id), ...rest].sort()).toEqual([runId, hidden.runs].sort())
    const csv = JSON.stringify((await session('GET', '/runs.csv')).body)
    expect(csv).toContain('Workflow version')
    expect(csv.match(/Order/g)?.length).toBe(2)
  })
})
