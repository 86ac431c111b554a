import type { AttentionGroup } from '@fieldledger/contract'
import { type LoopRefused, tickTriggers } from '@fieldledger/runtime'
import type { Graph, Step } from '@fieldledger/workflow'
import { afterAll, expect, test } from 'vitest'
import { openOffice } from './office.ts'

const office = await openOffice()
afterAll(() => office.stop())
const { people, ask, runtime } = office
const { session } = people.admin
const approvers = { approvers: { roles: ['approver'], people: [] } }
const label = (name: string): Step => ({ kind: 'set-status', name, config: { set: 'label', label: name } })

const secondLook = {
  mode: 'any',
  approvers: { roles: ['bookkeeper'], people: [] },
  noteOnRejection: false,
  final: false,
}

/** A further workflow of the form that events start, with these steps in a row; published. */
async function onEvent(
  formId: string,
  workflow: { name: string; config: object; row: readonly (readonly [Step, string])[] },
): Promise<string> {
  const { name, config, row } = workflow
  const { id } = await ask<{ id: string }>(session, 'POST', `/forms/${formId}/workflows`, {
    name,
    trigger: 'on-event',
  })
  const path = (rest = '') => `/forms/${formId}/workflow${rest}?workflow=${id}`
  const draft = await ask<{ graph: Graph; revision: number }>(session, 'GET', path())
  const [[start = '', trigger] = []] = Object.entries(draft.graph.steps)
  const graph = {
    steps: {
      [start]: { ...trigger, config: { ...trigger?.config, ...config } },
      ...Object.fromEntries(row.map(([step], index) => [`s_row${index}`, step])),
    },
    edges: row.map((_, index) => ({
      id: `e_row${index}`,
      from:
        index === 0
          ? { step: start, outlet: 'next' }
          : { step: `s_row${index - 1}`, outlet: row[index - 1]?.[1] },
      to: `s_row${index}`,
    })),
  }
  const saved = await ask<{ revision: number }>(session, 'PUT', path(), { graph, revision: draft.revision })
  await ask(session, 'POST', path('/publish'), { revision: saved.revision })
  return id
}

const eventStarts = office.services.database.connection.collection('eventStarts')
const left = () => eventStarts.countDocuments({ companyId: office.scope.companyId })
const timesOf = (sentences: readonly string[], sentence: string) =>
  sentences.filter((one) => one === sentence).length

/** Two workers at once, until no event is left to look at, or all that are left wait. */
async function settle(): Promise<LoopRefused[]> {
  const refused: LoopRefused[] = []
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const before = await left()
    for (const found of await Promise.all([tickTriggers(runtime), tickTriggers(runtime)]))
      refused.push(...found)
    await office.work()
    if (before === (await left()) && before === 0) break
  }
  return refused
}

test('S3-42 a workflow starts by an approval, once, whoever looks; a rejection and another form start nothing', async () => {
  const form = await office.form(approvers)
  const elsewhere = await office.form(approvers)
  await onEvent(form, {
    name: 'After approval',
    config: { events: ['approved'] },
    row: [[label('Seen'), 'next']],
  })
  const [yes, no, other] = [
    await office.submit(form),
    await office.submit(form),
    await office.submit(elsewhere),
  ]
  await office.decide(people.approver.session, yes)
  await office.decide(people.approver.session, no, { choice: 'reject', note: 'Too dear.' })
  await office.decide(people.approver.session, other)
  expect(await left()).toBe(1)
  expect(await settle()).toEqual([])
  await settle()
  const started = 'This started the workflow "After approval"'
  expect(timesOf(await office.told(yes), started)).toBe(1)
  expect(timesOf(await office.told(yes), 'Label set to Seen')).toBe(1)
  for (const id of [no, other]) expect(await office.told(id)).not.toContain(started)
})

test('what happens while it is paused starts nothing, also later', async () => {
  const form = await office.form(approvers)
  const config = { events: ['cancelled'], paused: true }
  await onEvent(form, { name: 'On cancel', config, row: [[label('Gone'), 'next']] })
  const id = await office.submit(form)
  await ask(session, 'POST', `/submissions/${id}/cancel`, { reason: 'Wrong site.', removeFromLedger: false })
  await settle()
  expect(await left()).toBe(0)
  expect(await office.told(id)).not.toContain('Label set to Gone')
})

test('an event that comes while the run before it waits is not lost: it starts when that one is over', async () => {
  const form = await office.form(approvers)
  const config = { events: ['label-changed'] }
  const wait: Step = { kind: 'approval', name: 'Second look', config: secondLook }
  await onEvent(form, { name: 'Labelled', config, row: [[wait, 'approved']] })
  await onEvent(form, {
    name: 'Marks',
    config: { events: ['approved'] },
    row: [
      [label('One'), 'next'],
      [label('Two'), 'next'],
    ],
  })
  const id = await office.submit(form)
  await office.decide(people.approver.session, id)
  await tickTriggers(runtime)
  await office.work()
  await tickTriggers(runtime)
  await office.work()
  // Both labels came at once: the second start waits for the first.
  expect(timesOf(await office.told(id), 'This started the workflow "Labelled"')).toBe(1)
  expect(await left()).toBe(1)
  await office.decide(people.bookkeeper.session, id)
  await eventStarts.updateMany({}, { $set: { lookAt: new Date(0) } })
  await tickTriggers(runtime)
  expect(timesOf(await office.told(id), 'This started the workflow "Labelled"')).toBe(2)
  expect(await left()).toBe(0)
})

test('workflows that start each other by their own doing are stopped after five in a row, named, shown under Needs attention; others go on', async () => {
  const form = await office.form(approvers)
  const hears = (name: string, says: string) =>
    onEvent(form, {
      name: `Hears ${name}`,
      config: { events: ['label-changed'], label: name },
      row: [[label(says), 'next']],
    })
  const ping = await hears('Ping', 'Pong')
  await hears('Pong', 'Ping')
  await onEvent(form, { name: 'Begins', config: { events: ['approved'] }, row: [[label('Ping'), 'next']] })
  const id = await office.submit(form)
  await office.decide(people.approver.session, id)
  const refused = await settle()
  expect(refused).toEqual([{ companyId: office.scope.companyId, workflowId: ping, submissionId: id }])
  expect(await left()).toBe(0)
  const told = await office.told(id)
  // The approval's own run, "Begins" and four of the two that call each other: five that caused each other.
  expect(told.filter((one) => one.startsWith('This started'))).toHaveLength(5)
  const sentence = /^The workflow "Hears Ping" was about to start once more by its own doing: 5 runs in a row/
  expect(told.find((one) => sentence.test(one))).toBeDefined()
  const { rows } = await ask<{ rows: AttentionGroup[] }>(people.bookkeeper.session, 'GET', '/needs-attention')
  const group = rows.find(({ code }) => code === 'event-loop')
  expect(group?.cause).toMatch(sentence)
  expect(group?.entries.map(({ submissionId }) => submissionId)).toEqual([id])
  const runId = group?.entries[0]?.runId
  await ask(session, 'POST', `/runs/${runId}/cancel`, { reason: 'The circle is drawn otherwise now.' })
  const after = await ask<{ rows: AttentionGroup[] }>(people.bookkeeper.session, 'GET', '/needs-attention')
  expect(after.rows.map(({ code }) => code)).not.toContain('event-loop')
  // The form itself, and another one, are not disturbed.
  expect(await office.status(id)).toBe('approved')
  const other = await office.submit(form)
  await office.decide(people.approver.session, other, { choice: 'reject', note: 'No.' })
  expect(await office.status(other)).toBe('rejected')
})
