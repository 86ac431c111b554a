import type { FormVersion } from '@fieldledger/forms'
import type {
  Doorbell,
  LinkedRecord,
  MaterialFacts,
  Runtime,
  RuntimePorts,
  VendorFacts,
} from '@fieldledger/runtime'
import { stepRegistry } from '@fieldledger/steps/executors'
import { createEngine, createRuntimeStores, createTriggerEngine } from '@fieldledger/storage'
import type { ConnectionSummary, Graph } from '@fieldledger/workflow'
import { doubleCapabilities } from '../../integration/runtime/ledger-double.ts'
import { lookupsDouble } from '../../integration/runtime/lookups-double.ts'
import { contentOf, formId, graphOf } from '../../integration/runtime/order-form.ts'
import type { MemoryDatabase } from '../memory-database/memory-database.ts'
import type { Actor } from './actor.ts'
import { ledgerTimes, type Plan } from './plan.ts'
import type { SimulatedLedger } from './simulated-ledger.ts'
import type { World } from './world.ts'

export const companyId = 'company-1'

/** One company with a form, a workflow, a connection and its catalogue. */
export class SimulatedCompany {
  readonly links = new Map<string, LinkedRecord>()
  private readonly ports: Omit<RuntimePorts, 'stores' | 'engine' | 'triggers'>
  private readonly parts: { world: World; plan: Plan; ledger: SimulatedLedger; database: MemoryDatabase }
  readonly formVersion: number
  private readonly vendors: readonly string[]
  private ids = 0

  constructor(parts: { world: World; plan: Plan; database: MemoryDatabase; ledger: SimulatedLedger }) {
    const { plan } = parts
    this.parts = parts
    this.vendors = plan.split?.vendors ?? ['vendor-1']
    this.linkVendors(plan.vendorLinked ? this.vendors : this.vendors.slice(0, -1))
    const materials = new Map<string, MaterialFacts>([['m1', { id: 'm1', name: 'Copper pipe' }]])
    const vendors = new Map<string, VendorFacts>(
      this.vendors.map((id) => [id, { id, name: nameOf(id), state: 'active' }]),
    )
    const { form, besideGraphs } = plan.scene.perVendor === true ? perVendor : perForm
    this.formVersion = form.version
    const workflow = { id: 'w1', companyId, formId, workflowId: formId, version: 1 }
    const version = { ...workflow, graph: graphOf(plan.scene), publishedAt: new Date(0), publishedBy: 'p' }
    const beside = new Map(
      Object.entries(besideGraphs).map(([workflowId, graph]) => [
        workflowId,
        { ...version, id: workflowId, workflowId, graph },
      ]),
    )
    this.ports = {
      versions: {
        form: async () => form,
        workflow: async ({ workflowId }) => beside.get(workflowId) ?? version,
        newestForm: async () => form.version,
        newestWorkflow: async () => 1,
        start: async () => undefined,
      },
      people: {
        company: async () => ({
          id: companyId,
          currency: 'USD',
          timeZone: 'UTC',
          name: 'Harbour',
          practice: true,
        }),
        names: async () => new Map(),
        supervisor: async () => undefined,
        away: async () => [],
        addresses: async () => [],
        digestReaders: async () => [],
        logo: async () => undefined,
      },
      lookups: lookupsDouble({
        companyId,
        links: this.links,
        materials,
        vendors,
        connection: connectionOf(plan),
      }),
      syncLog: { read: async () => [] },
      timelineFollower: { timeline: nothing, hints: nothing },
    }
  }

  linkVendors(ids: readonly string[] = this.vendors): void {
    for (const id of ids) this.links.set(`vendor:${id}`, { id: idThere(id), name: nameOf(id), active: true })
  }

  newId = (): string => {
    this.ids += 1
    return `id-${String(this.ids).padStart(6, '0')}`
  }

  /** The runtime as one process has it. */
  runtimeOf(actor: Actor, doorbell: Doorbell): Runtime {
    const { world, ledger, plan } = this.parts
    const database = this.parts.database.asDatabase()
    return {
      ports: {
        ...this.ports,
        stores: createRuntimeStores(database),
        engine: createEngine(database),
        triggers: createTriggerEngine(database),
      },
      steps: stepRegistry,
      connectorOf: () => {
        throw new RangeError('The simulated ledger has no connector.')
      },
      driverFor: () => ledger,
      clock: { now: () => new Date(world.now + actor.skewMs), monotonic: () => world.now },
      doorbell,
      newId: this.newId,
      publicUrl: 'https://forms.example.com',
      options: {
        mostAttempts: plan.mostAttempts,
        retry: { firstMs: 300, longestMs: 15_000 },
        quietPeriodMs: ledgerTimes.quietMs,
      },
    }
  }
}

type BesideGraphs = Record<Plan['acts']['beside'][number]['workflow'], Graph>

/** Two versions, since the product remembers what it compiles of each. */
const perForm = offered({ perVendor: false, version: 1 })
const perVendor = offered({ perVendor: true, version: 2 })

/** The form, and workflows that walk it beside its own. */
function offered({ version, ...options }: { version: number; perVendor: boolean }) {
  const published = { version, publishedAt: new Date(0), publishedBy: 'p' }
  const form: FormVersion = {
    id: `f${version}`,
    companyId,
    formId,
    content: contentOf(options),
    ...published,
  }
  const besideGraphs: BesideGraphs = {
    labels: ofOneStep({ set: 'label', label: 'Seen' }),
    closes: ofOneStep({ set: 'status', status: 'closed' }),
    approves: sendingBehind({ set: 'status', status: 'approved' }, options),
  }
  return { form, besideGraphs }
}

function ofOneStep(config: Record<string, unknown>): Graph {
  return {
    steps: {
      s_start: { kind: 'started-by-hand', name: 'Start', config: {} },
      s_set: { kind: 'set-status', name: 'Set', config },
    },
    edges: [{ id: 'e_aaaa', from: { step: 's_start', outlet: 'next' }, to: 's_set' }],
  }
}

/** The same, and then the form is sent. */
function sendingBehind(config: Record<string, unknown>, options: { perVendor: boolean }): Graph {
  const { steps, edges } = ofOneStep(config)
  const { s_sync } = graphOf(options).steps
  if (s_sync === undefined) throw new RangeError('The form has no step that sends.')
  const sends = { id: 'e_bbbb', from: { step: 's_set', outlet: 'next' }, to: 's_sync' }
  return { steps: { ...steps, s_sync }, edges: [...edges, sends] }
}

/** The vendor's id in the simulated ledger. */
export function idThere(vendorId: string): string {
  return vendorId.replace('vendor-', 'v')
}

function nameOf(vendorId: string): string {
  return vendorId === 'vendor-1' ? 'Acme' : `Acme ${vendorId}`
}

function connectionOf(plan: Plan): ConnectionSummary {
  return {
    id: 'connection-1',
    provider: 'double',
    providerLabel: 'The Double',
    name: 'Double books',
    state: 'active',
    environment: 'practice',
    capabilities: { ...doubleCapabilities, replayWindowMs: plan.ledger.keys ? ledgerTimes.windowMs : null },
    rules: { defaultExpenseAccount: { id: 'a1', name: 'Supplies' }, costCodeAccounts: {} },
  }
}

async function* nothing(): AsyncGenerator<never> {
  yield* []
}
