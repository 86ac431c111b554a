import { pauseRun, replayRun, resumeRun, retryRun, stopRun } from '@fieldledger/runtime'
import { companyScope } from '@fieldledger/workflow'
import { beginRun } from '../../../packages/runtime/src/triggers/begin-run.ts'
import type { RunRow } from '../judge/books-row.ts'
import type { Acts, Plan } from '../world/plan.ts'
import { companyId } from '../world/simulated-company.ts'
import type { World } from '../world/world.ts'
import type { FrontDesk } from './front-desk.ts'
import { bookkeeper } from './people.ts'

interface Stage {
  world: World
  plan: Plan
  desk: FrontDesk
  submissionId: string
  /** With the orders that it was split into. */
  ids(): string[]
  runs(): RunRow[]
}

const unfinished: readonly RunRow['state'][] = ['active', 'paused', 'needs-attention', 'quarantined']

/** What people do with the runs of a form: hold them, end them, try them again, replay them, start another workflow. */
export class RunStory {
  private readonly stage: Stage

  constructor(stage: Stage) {
    this.stage = stage
  }

  /** Each at its time. */
  acts({ pauses, runStops, replays, beside }: Acts): { afterMs: number; act: () => Promise<void> }[] {
    return [
      ...pauses.map(({ afterMs, forMs }) => ({ afterMs, act: () => this.pause(forMs) })),
      ...runStops.map((afterMs) => ({ afterMs, act: () => this.stop() })),
      ...replays.map((afterMs) => ({ afterMs, act: () => this.replay() })),
      ...beside.map(({ afterMs, workflow }) => ({ afterMs, act: () => this.begin(workflow) })),
    ]
  }

  async retry(): Promise<void> {
    for (const run of this.ofStates(['needs-attention', 'quarantined']))
      await this.asked((given) => retryRun({ ...given, runId: run._id }))
  }

  /** Whoever held it lets it go again, however long it takes. */
  private async pause(forMs: number): Promise<void> {
    const { world } = this.stage
    const run = this.one(['active'])
    if (run === undefined) return
    await this.asked((given) => pauseRun({ ...given, runId: run._id }))
    await world.sleep(forMs)
    while (this.ofStates(['paused']).some(({ _id }) => _id === run._id)) {
      await this.asked((given) => resumeRun({ ...given, runId: run._id }))
      await world.sleep(world.chance.between(20, 800))
    }
  }

  private async stop(): Promise<void> {
    const run = this.one(unfinished)
    if (run !== undefined)
      await this.asked((given) => stopRun({ ...given, runId: run._id, reason: 'Not that way' }))
  }

  private async replay(): Promise<void> {
    const { world, plan, runs } = this.stage
    const own = runs().filter(
      ({ submissionId, workflowId, formId }) =>
        submissionId === this.stage.submissionId && workflowId === formId,
    )
    if (own.length === 0) return
    const steps = plan.scene.approval === true ? ['s_start', 's_approve', 's_sync'] : ['s_start', 's_sync']
    const [run, stepId] = [world.chance.pick(own), world.chance.pick(steps)]
    await this.asked((given) => replayRun({ ...given, runId: run._id, stepId, version: 'same' }))
  }

  private async begin(workflowId: string): Promise<void> {
    const { submissionId } = this.stage
    await this.stage.desk.ask(async (runtime) => {
      const scope = companyScope(companyId)
      const workflow = await runtime.ports.versions.workflow({ scope, workflowId, version: 1 })
      const stamp = { code: 'batch-started', params: {}, actor: { kind: 'system' } } as const
      await runtime.ports.stores.transact(scope, async (store) => {
        await beginRun(store, { runtime, workflow, submissionId, stamp })
        await store.outbox.post({ work: true, hints: [] })
      })
      runtime.doorbell.ring()
    })
  }

  private async asked(
    work: (given: {
      runtime: Parameters<Parameters<FrontDesk['ask']>[0]>[0]
      companyId: string
      person: typeof bookkeeper
    }) => Promise<unknown>,
  ): Promise<void> {
    await this.stage.desk.ask((runtime) => work({ runtime, companyId, person: bookkeeper }))
  }

  private one(states: readonly RunRow['state'][]): RunRow | undefined {
    const found = this.ofStates(states)
    return found.length === 0 ? undefined : this.stage.world.chance.pick(found)
  }

  private ofStates(states: readonly RunRow['state'][]): RunRow[] {
    const { ids, runs } = this.stage
    const own = ids()
    return runs().filter((run) => own.includes(run.submissionId) && states.includes(run.state))
  }
}
