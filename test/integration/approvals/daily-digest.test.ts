import { sendDigests } from '@fieldledger/runtime'
import { DateTime } from 'luxon'
import { afterAll, expect, test, vi } from 'vitest'
import { openOffice } from './office.ts'

const office = await openOffice()
afterAll(() => office.stop())
const { people, scope, store, records } = office
const outbox = office.services.database.connection.collection('mailOutbox')
const letters = async () =>
  (await outbox.find({ companyId: scope.companyId, page: '/' }).toArray()).map(({ to, subject, text }) => ({
    to: String(to),
    subject: String(subject),
    text: String(text),
  }))

/** The company lives by UTC; what happened today was yesterday, tomorrow. */
const tomorrow = DateTime.utc().plus({ days: 1 }).startOf('day')

/** Several workers whose clocks say so. */
async function whenItIs(at: DateTime, ports = office.runtime.ports): Promise<void> {
  const runtime = {
    ...office.runtime,
    ports,
    clock: { now: () => at.toJSDate(), monotonic: () => performance.now() },
  }
  await Promise.all([sendDigests(runtime), sendDigests(runtime), sendDigests(runtime)])
}

test('at seven in the company’s morning each who wants it gets one letter, whoever sends, and nobody when there is nothing to say', async () => {
  const form = await office.form({ approvers: { roles: ['approver'], people: [] } })
  const id = await office.submit(form)
  const effect = await store.effects.get(records.effects)
  const error = {
    code: 'period-closed',
    message: 'The period is closed: open it.',
    retryable: false,
    cure: 'none',
  } as const
  if (effect !== undefined) await store.effects.amend({ effect, change: { state: 'rejected', error } })
  await whenItIs(tomorrow.set({ hour: 9 }))
  expect(await letters()).toEqual([])
  for (const role of ['bookkeeper', 'approver', 'field'] as const)
    expect((await people[role].session('PUT', '/me/digest', { wanted: true })).status).toBe(200)
  expect((await people.admin.session('GET', '/me/digest')).body).toEqual({ wanted: false })
  await whenItIs(tomorrow.set({ hour: 6, minute: 59 }))
  expect(await letters()).toEqual([])
  await whenItIs(tomorrow.set({ hour: 7 }))
  await whenItIs(tomorrow.set({ hour: 15 }))
  const sent = await letters()
  expect(sent.map(({ to }) => to).sort()).toEqual(['approver@ours.example', 'bookkeeper@ours.example'])
  const toApprover = sent.find(({ to }) => to.startsWith('approver'))
  expect(toApprover?.subject).toBe('ours: 1 task waits for you')
  expect(toApprover?.text).toContain(`- Approve ${(await store.submissions.get(id))?.number}`)
  const toBookkeeper = sent.find(({ to }) => to.startsWith('bookkeeper'))
  expect(toBookkeeper?.text).toContain('\n- 1 form: The period is closed: open it.')
  expect(toBookkeeper?.text).not.toContain('Approve')
})

test('whoever switched it off gets none the next day', async () => {
  await people.bookkeeper.session('PUT', '/me/digest', { wanted: false })
  const before = (await letters()).length
  await whenItIs(tomorrow.plus({ days: 1 }).set({ hour: 8 }))
  const added = (await letters()).slice(before)
  expect(added.map(({ to }) => to)).toEqual(['approver@ours.example'])
})

test('a company that cannot be read keeps no other from its letters', async () => {
  const { ports } = office.runtime
  const digestCompanies = async () => ['gone', scope.companyId]
  const before = (await letters()).length
  const broken = { ...ports, triggers: { ...ports.triggers, digestCompanies } }
  await expect(whenItIs(tomorrow.plus({ days: 2 }).set({ hour: 8 }), broken)).rejects.toThrow()
  const added = async () => (await letters()).slice(before).map(({ to }) => to)
  await vi.waitFor(async () => expect(await added()).toEqual(['approver@ours.example']))
})
