import { afterAll, expect, test } from 'vitest'
import { setStage } from '../testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())

test('the figures say how much work there is, how late it is, and of what nobody knows whether it arrived', async () => {
  const { ours, theirs, hidden, services } = stage
  const store = services.runtime.ports.stores.of(ours.scope)
  const effect = await store.effects.get(hidden.effects)
  if (effect !== undefined) await store.effects.amend({ effect, change: { state: 'unknown' } })
  const text = await (await fetch(`${stage.origin}/api/v1/metrics`)).text()
  // Two runs of ours and one of theirs, due since they were submitted; there is no worker.
  expect(theirs.records.runs).not.toBe('')
  expect(text).toContain('fieldledger_runs{state="active"} 3')
  expect(text).toContain('fieldledger_effects{state="needs-person"} 2')
  expect(text).toContain('fieldledger_effects_unknown 1')
  expect(text).toContain('fieldledger_workers 0')
  expect(text).toContain('fieldledger_claimed{kind="runs"} 0')
  expect(text).toContain('fieldledger_agenda_locks 0')
  expect(Number(/oldest_due_seconds\{kind="runs"\} (\S+)/.exec(text)?.[1])).toBeGreaterThan(0)
  expect(text).toMatch(/fieldledger_outbox_rows [1-9]/)
})

test('the time of requests is told by the pattern of their route, and no id or search of theirs', async () => {
  const { ours } = stage
  const read = await ours.people.admin.session('GET', `/submissions/${ours.records.submissions}`)
  expect(read.status).toBe(200)
  await fetch(`${stage.origin}/api/v1/nothing/secret-of-mine`)
  const text = await (await fetch(`${stage.origin}/api/v1/metrics`)).text()
  expect(text).toMatch(
    /fieldledger_http_request_seconds_count\{method="GET",route="\/submissions\/:id",status="200"\} 1/,
  )
  expect(text).toMatch(/fieldledger_http_request_seconds_count\{method="GET",route="none",status="404"\} 1/)
  expect(text).not.toContain(ours.records.submissions)
  expect(text).not.toContain('secret-of-mine')
})
