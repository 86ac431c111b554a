import type { CallScope, LedgerDriver } from '@fieldledger/accounting'
import { type CompanyScope, type ConnectionSummary, companyScope } from '@fieldledger/workflow'
import type { Effect, EffectChange } from '../ports/effect-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { Hint } from '../ports/submission-store.ts'
import type { ActedStamp } from '../timeline/actors.ts'
import { askerOf } from './asker-of.ts'
import { ClaimLost } from './claim-lost.ts'
import { wakeDependants } from './wake-dependants.ts'
import { wakeRunsOf } from './wake-runs-of.ts'

export interface ExecuteEffect {
  runtime: Runtime
  /** As claimed; the caller holds its epoch. */
  effect: Effect
  /** Is the caller's heartbeat young enough to send? Read from a clock that never jumps. */
  fresh(): boolean
}

/** A claimed effect with everything that working on it needs. */
export interface EffectWork extends ExecuteEffect {
  scope: CompanyScope
  connection: ConnectionSummary
  driver: LedgerDriver
}

/** undefined = there is no active connection: it waits for one. */
export async function openWork(input: ExecuteEffect): Promise<EffectWork | undefined> {
  const { runtime, effect } = input
  const scope = companyScope(effect.companyId)
  const { connections } = runtime.ports.lookups
  const [summaries, target] = await Promise.all([
    connections.summaries({ scope }),
    connections.target({ scope, connectionId: effect.connectionId }),
  ])
  const connection = summaries.find(({ id }) => id === effect.connectionId)
  if (connection?.state !== 'active' || target === undefined) return undefined
  return { ...input, scope, connection, driver: runtime.driverFor(target) }
}

export function callScope({ effect }: Pick<EffectWork, 'effect'>): CallScope {
  return {
    companyId: effect.companyId,
    connectionId: effect.connectionId,
    effectId: effect.id,
    ...(effect.submissionId === null ? {} : { submissionId: effect.submissionId }),
    attempt: effect.sends + 1,
    ...(effect.requestKey === undefined ? {} : { requestKey: effect.requestKey }),
    ...askerOf(effect),
  }
}

export interface Settlement {
  /** A function reads first, inside the transaction. */
  change: EffectChange | ((store: RuntimeStore) => Promise<EffectChange>)
  /** A function is asked after the change. */
  stamps?: readonly ActedStamp[] | (() => readonly ActedStamp[])
  hints?: readonly Hint[]
  /** Goes on with the same claim. */
  keepClaim?: boolean
  wakeRun?: boolean
  wakeDependants?: boolean
  also?: (store: RuntimeStore) => Promise<void>
}

/** One transaction, conditional on the epoch: the effect, its stamps, whoever waits for it, the outbox. */
export async function settle(
  { runtime, effect }: Pick<EffectWork, 'runtime' | 'effect'>,
  settlement: Settlement,
): Promise<void> {
  const { hints = [] } = settlement
  const { submissionId, target } = effect
  const wakes = settlement.wakeRun === true || settlement.wakeDependants === true
  await runtime.ports.stores.transact(companyScope(effect.companyId), async (store) => {
    const keepClaim = settlement.keepClaim === true
    const change =
      typeof settlement.change === 'function' ? await settlement.change(store) : settlement.change
    if (!(await store.effects.settle({ effect, change: { attempts: 0, ...change }, keepClaim })))
      throw new ClaimLost()
    await settlement.also?.(store)
    if (submissionId !== null) {
      const { stamps = [] } = settlement
      await store.timeline.append({
        submissionId,
        stamps: typeof stamps === 'function' ? stamps() : stamps,
        at: runtime.clock.now(),
        causedBy: effect.requestedBy.runId,
      })
      if (settlement.wakeRun === true) await wakeRunsOf(store, effect)
    }
    if (settlement.wakeDependants === true) await wakeDependants(store, effect.id)
    const told: Hint[] = [...hints]
    if (submissionId !== null) told.push({ topic: 'submissions', id: submissionId })
    if (target.kind === 'vendor') told.push({ topic: 'catalogue', id: target.vendorId })
    await store.outbox.post({ work: wakes, hints: told })
  })
  if (wakes) runtime.doorbell.ring()
}
