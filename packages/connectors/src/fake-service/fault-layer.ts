import { seededRandom } from './seeded-random.ts'

export const faultKinds = [
  '500',
  '429',
  'reset-before',
  'reset-after',
  'late',
  'slow',
  'truncated',
  '503',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** Which calls a fault may hit: changing ones, every one, or only the token endpoint. */
export const faultScopes = ['writes', 'all', 'tokens'] as const
export type FaultScope = (typeof faultScopes)[number]

export interface FaultPlan {
  scope: FaultScope
  seed: number
  rates: Partial<Record<FaultKind, number>>
  /** Faults that hit the very next calls, before any rate; `none` lets a call pass. */
  next: (FaultKind | 'none')[]
  retryAfterSeconds: number | null
  lateMs: number
  slowMs: number
}

interface Armed {
  plan: FaultPlan
  random: () => number
  seen: number
  injected: Partial<Record<FaultKind, number>>
}

export interface FaultReport extends FaultPlan {
  seen: number
  injected: Partial<Record<FaultKind, number>>
}

const everyRealm = '*'

/** Decides, reproducibly by its seed, which call goes wrong and how. */
export class FaultLayer {
  readonly #armed = new Map<string, Armed>()

  arm(realm: string | undefined, plan: FaultPlan): void {
    this.#armed.set(realm ?? everyRealm, { plan, random: seededRandom(plan.seed), seen: 0, injected: {} })
  }

  disarm(realm: string | undefined): void {
    if (realm === undefined) this.#armed.clear()
    else this.#armed.delete(realm)
  }

  report(): Record<string, FaultReport> {
    return Object.fromEntries(
      [...this.#armed].map(([realm, { plan, seen, injected }]) => [realm, { ...plan, seen, injected }]),
    )
  }

  /** The fault for this call, if any; a company's own plan goes before the one for all. */
  draw(call: {
    realm: string | undefined
    isWrite: boolean
    isToken: boolean
  }): { kind: FaultKind; plan: FaultPlan } | undefined {
    const armed = this.#armed.get(call.realm ?? everyRealm) ?? this.#armed.get(everyRealm)
    if (!armed || !isInScope(armed.plan.scope, call)) return undefined
    armed.seen += 1
    const kind = armed.plan.next.length > 0 ? armed.plan.next.shift() : pick(armed.plan.rates, armed.random())
    if (kind === undefined || kind === 'none') return undefined
    armed.injected[kind] = (armed.injected[kind] ?? 0) + 1
    return { kind, plan: armed.plan }
  }
}

function isInScope(scope: FaultScope, call: { isWrite: boolean; isToken: boolean }): boolean {
  if (scope === 'tokens' || call.isToken) return scope === 'tokens' && call.isToken
  return scope === 'all' || call.isWrite
}

function pick(rates: FaultPlan['rates'], dice: number): FaultKind | undefined {
  let edge = 0
  return faultKinds.find((kind) => {
    edge += rates[kind] ?? 0
    return dice < edge
  })
}
