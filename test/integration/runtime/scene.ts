import type { FormVersion, ProposedVendor, Submission, SubmissionValues } from '@fieldledger/forms'
import {
  cancelSubmission,
  decideTask,
  type Effect,
  executeEffect,
  executeRun,
  graphStart,
  type LinkedRecord,
  type MaterialFacts,
  type Person,
  type Run,
  type Runtime,
  reviseSubmission,
  submitForm,
  type VendorFacts,
} from '@fieldledger/runtime'
import { stepRegistry } from '@fieldledger/steps/executors'
import {
  type Changes,
  connectDatabase,
  createEngine,
  createRuntimeStores,
  createTimelineFollower,
  createTriggerEngine,
  type Database,
  defineInboxModels,
  defineRuntimeModels,
  defineTriggerModels,
} from '@fieldledger/storage'
import {
  type ConnectionSummary,
  companyScope,
  type Graph,
  type Task,
  type TimelineEntry,
} from '@fieldledger/workflow'
import { v7 } from 'uuid'
import { doubleCapabilities, LedgerDouble } from './ledger-double.ts'
import { lookupsDouble } from './lookups-double.ts'
import { contentOf, formId, graphOf, poValues, type SceneOptions } from './order-form.ts'

export const approver: Person = { id: 'p-approver', name: 'Ann Approver', role: 'approver' }
export const fieldUser: Person = { id: 'p-field', name: 'Fred Field', role: 'field' }
export const bookkeeper: Person = { id: 'p-books', name: 'Bea Books', role: 'bookkeeper' }

/** One company with a purchase order form, a workflow, a connection and a ledger double, on a real MongoDB. */
export async function openScene(options: SceneOptions = {}) {
  const database = await connectDatabase(await testUrl())
  await createIndexes(database)
  const companyId = v7()
  const scope = companyScope(companyId)
  const ledger = new LedgerDouble()
  const links = new Map<string, LinkedRecord>([['vendor:vendor-1', { id: 'v1', name: 'Acme', active: true }]])
  const materials = new Map<string, MaterialFacts>()
  const jobs = new Map([['job-1', 'Pier 9']])
  const vendors = new Map<string, VendorFacts>([
    ['vendor-1', { id: 'vendor-1', name: 'Acme', state: 'active' }],
  ])
  const connection: ConnectionSummary = {
    id: 'connection-1',
    provider: 'double',
    providerLabel: 'The Double',
    name: 'Double books',
    state: 'active',
    environment: 'practice',
    capabilities: {
      ...doubleCapabilities,
      ...(options.replayWindowMs === undefined ? {} : { replayWindowMs: options.replayWindowMs }),
    },
    rules: { defaultExpenseAccount: { id: 'a1', name: 'Supplies' }, costCodeAccounts: {} },
  }
  const forms: FormVersion[] = [
    {
      id: v7(),
      companyId,
      formId,
      version: 1,
      content: contentOf(options),
      publishedAt: new Date(),
      publishedBy: 'p',
    },
  ]
  const workflows: { workflowId?: string; version: number; graph: Graph }[] = [
    { version: 1, graph: graphOf(options) },
  ]
  let ticks = 0
  const runtime: Runtime = {
    ports: {
      stores: createRuntimeStores(database),
      engine: createEngine(database),
      triggers: createTriggerEngine(database),
      versions: {
        form: async ({ version }) => forms.find((form) => form.version === version),
        workflow: async ({ workflowId, version }) => {
          const found = workflows.find(
            (one) => (one.workflowId ?? formId) === workflowId && one.version === version,
          )
          return found === undefined
            ? undefined
            : {
                id: v7(),
                companyId,
                formId,
                workflowId: formId,
                ...found,
                publishedAt: new Date(),
                publishedBy: 'p',
              }
        },
        newestForm: async () => forms.at(-1)?.version,
        newestWorkflow: async () =>
          workflows.filter(({ workflowId }) => workflowId === undefined).at(-1)?.version,
        start: async ({ workflowId }) => {
          const newest = workflows.filter((one) => (one.workflowId ?? formId) === workflowId).at(-1)
          const start = newest === undefined ? undefined : graphStart(runtime, newest.graph)
          return newest === undefined || start === undefined
            ? undefined
            : { workflowId, formId, version: newest.version, start }
        },
      },
      people: {
        company: async () => ({
          id: companyId,
          name: 'Company',
          practice: true,
          currency: 'USD',
          timeZone: 'America/Chicago',
        }),
        names: async () => new Map(),
        supervisor: async () => undefined,
        away: async () => [],
        addresses: async () => [],
        digestReaders: async () => [],
        logo: async () => undefined,
      },
      lookups: lookupsDouble({ companyId, links, materials, vendors, connection, jobs }),
      syncLog: { read: async () => [] },
      timelineFollower: { timeline: nothing, hints: nothing },
    },
    steps: stepRegistry,
    connectorOf: () => {
      throw new RangeError('The double has no connector.')
    },
    driverFor: () => ledger,
    clock: { now: () => new Date(), monotonic: () => performance.now() },
    doorbell: { ring: () => undefined },
    newId: v7,
    publicUrl: 'https://forms.example.com',
    options: {
      mostAttempts: 5,
      retry: { firstMs: 0, longestMs: 0 },
      ...(options.quietPeriodMs === undefined ? {} : { quietPeriodMs: options.quietPeriodMs }),
    },
  }
  const store = runtime.ports.stores.of(scope)
  const workerId = `worker-${v7()}`

  const scene = {
    runtime,
    database,
    /** Live timelines and hints as they are committed. */
    follow(changes: Changes) {
      const { stores } = runtime.ports
      runtime.ports.timelineFollower = createTimelineFollower({ stores, changes })
    },
    companyId,
    store,
    ledger,
    links,
    materials,
    vendors,
    connection,
    workflows,
    workerId,
    async claimRuns(): Promise<Run[]> {
      return (await runtime.ports.engine.claimRuns({ workerId, limit: 50 })).filter(own)
    },
    async claimEffects(): Promise<Effect[]> {
      return (await runtime.ports.engine.claimEffects({ workerId, limit: 50, held: new Map() })).filter(own)
    },
    async runs() {
      for (const run of await scene.claimRuns()) await executeRun({ runtime, run })
    },
    async effects() {
      for (const effect of await scene.claimEffects())
        await executeEffect({ runtime, effect, fresh: () => true })
    },
    /** Ticks until nothing is due any more. */
    async settle() {
      for (ticks = 0; ticks < 40; ticks += 1) {
        const runs = await scene.claimRuns()
        for (const run of runs) await executeRun({ runtime, run })
        const effects = await scene.claimEffects()
        for (const effect of effects) await executeEffect({ runtime, effect, fresh: () => true })
        if (runs.length + effects.length === 0) return
      }
    },
    async submit(values: SubmissionValues = poValues(), id = v7()): Promise<Submission> {
      const { submission } = await submitForm({
        runtime,
        companyId,
        person: fieldUser,
        formId,
        request: { id, formVersion: 1, values },
      })
      return submission
    },
    /** The field names a vendor that nobody has yet. */
    async submitProposing(vendor: ProposedVendor, id = v7()): Promise<Submission> {
      const values = poValues(options.perVendor ? { lineVendor: vendor.id } : { vendor: vendor.id })
      const request = { id, formVersion: 1, values, proposedVendors: [vendor] }
      const { submission } = await submitForm({ runtime, companyId, person: fieldUser, formId, request })
      return submission
    },
    async approve(submissionId: string, taskId?: string): Promise<void> {
      const open = taskId ?? (await scene.tasks(submissionId, 'approval'))[0]?.id
      if (open === undefined) throw new RangeError('Nothing waits for approval.')
      await decideTask({ runtime, companyId, person: approver, taskId: open, choice: 'approve' })
    },
    async revise(submissionId: string, values: SubmissionValues): Promise<void> {
      const submission = await store.submissions.get(submissionId)
      await reviseSubmission({
        runtime,
        companyId,
        person: fieldUser,
        submissionId,
        revision: submission?.revision ?? 0,
        values,
      })
    },
    async cancel(submissionId: string, removeFromLedger = true): Promise<void> {
      await cancelSubmission({
        runtime,
        companyId,
        person: fieldUser,
        submissionId,
        reason: 'Not needed any more',
        removeFromLedger,
      })
    },
    async tasks(submissionId: string, kind: Task['kind']): Promise<Task[]> {
      return store.tasks.list({ submissionId, kinds: [kind], states: ['open'] })
    },
    async timeline(submissionId: string): Promise<TimelineEntry['code'][]> {
      return (await store.timeline.read({ submissionId })).map(({ code }) => code)
    },
    async createEffect(submissionId: string): Promise<Effect> {
      const effects = await store.effects.ofSubmission(submissionId)
      const create = effects.findLast(
        ({ operation, target }) => operation === 'create' && target.kind === 'document',
      )
      if (create === undefined) throw new RangeError('Nothing was planned.')
      return create
    },
    /** What a sweep does about a worker that died while it held everything. */
    async workerDies() {
      await defineRuntimeModels(database.connection).workers.collection.updateOne(
        { _id: workerId as never },
        { $set: { beatAt: new Date(0) } },
        { upsert: true },
      )
      await runtime.ports.engine.sweepDeadWorkers()
    },
    async close() {
      await database.connection.dropDatabase()
      await database.close()
    },
  }

  function own(one: { companyId: string }): boolean {
    return one.companyId === companyId
  }
  return scene
}

export type Scene = Awaited<ReturnType<typeof openScene>>

async function* nothing(): AsyncGenerator<never> {
  yield* []
}

async function testUrl(): Promise<string> {
  const server = process.env.FIELDLEDGER_TEST_MONGODB_URL
  if (server === undefined) throw new RangeError('FIELDLEDGER_TEST_MONGODB_URL is missing: run npm test.')
  const url = new URL(server)
  url.pathname = `/worker-${v7()}`
  return url.toString()
}

async function createIndexes(database: Database): Promise<void> {
  const { connection } = database
  const models = {
    ...defineRuntimeModels(connection),
    ...defineTriggerModels(connection),
    ...defineInboxModels(connection),
  }
  for (const model of Object.values(models)) await model.createIndexes()
}
