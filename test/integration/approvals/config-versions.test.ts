import { executeRun } from '@fieldledger/runtime'
import { stepRegistry } from '@fieldledger/steps/executors'
import { createRuntimePorts, createWorkflowRepository } from '@fieldledger/storage'
import type { ExecutableStep, Graph } from '@fieldledger/workflow'
import { afterAll, expect, test } from 'vitest'
import { openOffice } from './office.ts'

const office = await openOffice()
afterAll(() => office.stop())
const { services, scope, people } = office
const { database } = services

/** The approval of a Fieldledger to come, which calls "approvers" "asked": what is stored today is its old version. */
const approval = stepRegistry.approval as ExecutableStep
const renamed = {
  ...stepRegistry,
  approval: {
    ...approval,
    definition: {
      ...approval.definition,
      migrations: [
        ({ approvers, ...config }: Record<string, unknown>) => {
          if (approvers === undefined) throw new RangeError('No approvers.')
          return { ...config, asked: approvers }
        },
      ],
    },
    execute: (config: Record<string, unknown>, context: Parameters<ExecutableStep['execute']>[1]) =>
      approval.execute({ ...config, approvers: config.asked }, context),
  },
}
const later = {
  ...office.runtime,
  steps: renamed,
  ports: createRuntimePorts({
    database,
    changes: services.changes,
    connectorOf: office.runtime.connectorOf,
    steps: renamed,
  }),
}
const bookkeepers = { approvers: { roles: ['bookkeeper'], people: [] } }

async function submitTo(form: string): Promise<string> {
  const body = { id: crypto.randomUUID(), formVersion: 1, values: {} }
  const { id } = await office.ask<{ id: string }>(
    people.field.session,
    'POST',
    `/forms/${form}/submissions`,
    body,
  )
  return id
}
async function walk(): Promise<void> {
  for (const run of await later.ports.engine.claimRuns({ workerId: 'later', limit: 50 }))
    await executeRun({ runtime: later, run })
}

test('a config of an older version is brought up when a run or the editor reads it', async () => {
  const form = await office.form(bookkeepers)
  const id = await submitTo(form)
  await walk()
  expect(await office.tasksOf(people.bookkeeper.session, id)).toHaveLength(1)
  const workflows = createWorkflowRepository(database, (kind) => renamed[kind as 'approval']?.definition)
  const step = (await workflows.find(scope, form))?.graph.steps.s_step0
  expect(step).toMatchObject({ configVersion: 2, config: { asked: bookkeepers.approvers } })
  expect(step?.config).not.toHaveProperty('approvers')
})

test('one that cannot be brought up stops the run at the step, by its name, and nobody is asked', async () => {
  const form = await office.form(bookkeepers)
  const stored = database.connection.collection('workflowVersions')
  await stored.updateOne({ workflowId: form }, { $unset: { 'graph.steps.s_step0.config.approvers': 1 } })
  const id = await submitTo(form)
  await walk()
  const run = await office.store.runs.activeOf(id)
  expect(run).toMatchObject({ state: 'needs-attention', error: { code: 'config-of-older-version' } })
  expect(run?.error?.message).toContain('"Approval"')
  expect(await office.store.tasks.list({ submissionId: id })).toEqual([])
})

test('one of a newer version is neither published nor run, and says that the server is too old', async () => {
  const form = await office.form(bookkeepers)
  const graph = office.graph(bookkeepers) as unknown as Graph
  const { s_step0: step } = graph.steps
  if (step) graph.steps.s_step0 = { ...step, configVersion: 7 }
  const refused = await office.draw(form, graph).catch((error: Error) => error.message)
  expect(refused).toContain('config-of-newer-version')
  const stored = database.connection.collection('workflowVersions')
  await stored.updateOne({ workflowId: form }, { $set: { 'graph.steps.s_step0.configVersion': 7 } })
  const id = await submitTo(form)
  await walk()
  expect((await office.store.runs.activeOf(id))?.error?.code).toBe('config-of-newer-version')
})
