import type { BatchView } from '@fieldledger/contract'
import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { setStage } from '../testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())
const { ours, theirs } = stage
const { session } = ours.people.admin
const form = ours.records.forms

/** A further workflow of the form with this start, published unless it is refused. */
async function published(trigger: string, change: Record<string, unknown> = {}) {
  const made = await session('POST', `/forms/${form}/workflows`, { name: trigger, trigger })
  const id = String(made.body.id)
  const path = (rest = '') => `/forms/${form}/workflow${rest}?workflow=${id}`
  const draft = (await session('GET', path())).body as {
    graph: { steps: Record<string, { config: Record<string, unknown> }> }
    revision: number
  }
  for (const step of Object.values(draft.graph.steps)) Object.assign(step.config, change)
  const { body } = await session('PUT', path(), { graph: draft.graph, revision: draft.revision })
  const answer = await session('POST', path('/publish'), { revision: body.revision })
  return { id, answer }
}

test('a workflow starts by hand for chosen forms, once for each id, and not for those of another company', async () => {
  const { id: workflowId, answer } = await published('started-by-hand')
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  const { rows } = (await session('GET', `/forms/${form}/workflows`)).body as {
    rows: { id: string; startsOn: string }[]
  }
  expect(rows.find((one) => one.id === workflowId)?.startsOn).toBe('hand')
  const choice = { submissionIds: [ours.records.submissions] }
  const counted = await session('POST', '/batches/forecast', { workflowId, choice })
  expect(counted.body).toEqual({ matching: 1, skipped: 0, starts: 1 })
  const id = v7()
  const begun = await session('POST', '/batches', { id, workflowId, choice })
  const again = await session('POST', '/batches', { id, workflowId, choice })
  expect([begun.status, again.status]).toEqual([201, 201])
  expect(again.body).toEqual(begun.body)
  expect(begun.body as unknown as BatchView).toMatchObject({ origin: 'selection', expected: 1 })
  const strange = { submissionIds: [theirs.records.submissions] }
  for (const path of ['/batches/forecast', '/batches']) {
    const body = { ...(path === '/batches' ? { id: v7() } : {}), workflowId, choice: strange }
    expect((await session('POST', path, body)).status).toBe(404)
  }
})

test('dates that are the wrong way round, or a workflow that is not published, are refused with what to do', async () => {
  const filter = { statuses: ['approved'] }
  const ask = (workflowId: string, from: string, to: string) =>
    session('POST', '/batches/forecast', { workflowId, choice: { from, to, filter } })
  const turned = await ask(form, '2026-02-02', '2026-02-01')
  expect([turned.status, turned.body.code]).toEqual([422, 'batch-refused'])
  expect(turned.body.detail).toBe('The first date is after the last one: exchange them.')
  expect((await ask(form, '2026-02-30', '2026-03-01')).status).toBe(400)
  expect((await ask(v7(), '2026-02-01', '2026-02-02')).body.detail).toContain('not published yet')
})

test('a schedule in a time zone that does not exist is not published; the field is named', async () => {
  const { answer } = await published('schedule', { timeZone: 'Mars/Olympus' })
  expect(answer.status).toBe(422)
  expect(answer.body.errors).toEqual([
    expect.objectContaining({
      path: expect.stringMatching(/\/timeZone$/),
      code: 'no-such-time-zone',
      message: 'There is no time zone "Mars/Olympus": choose another one, or the company\'s.',
    }),
  ])
})
