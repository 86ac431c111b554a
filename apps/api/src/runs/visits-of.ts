import type { StepVisit } from '@fieldledger/contract'
import type { Effect, Run, StepResult } from '@fieldledger/runtime'
import type { Graph, Task, Token } from '@fieldledger/workflow'
import { arrivalOf } from './arrival-of.ts'

interface Walked {
  run: Pick<Run, 'state' | 'dueAt' | 'startedAt' | 'tokens'>
  graph: Graph
  results: readonly StepResult[]
  tasks: readonly Task[]
  effects: readonly Effect[]
}

/** Each arrival at a step, those that are over first, then where the run stands. */
export function visitsOf(walked: Walked): StepVisit[] {
  const { run, graph, results } = walked
  const byVisit = new Map<string, StepResult[]>()
  for (const result of results) {
    const key = `${result.stepId} ${result.visit}`
    byVisit.set(key, [...(byVisit.get(key) ?? []), result])
  }
  const standing = new Map(run.tokens.map((token) => [`${token.stepId} ${token.visit}`, token]))
  const walk = { graph, results, startedAt: run.startedAt }
  const left = [...byVisit].map(([key, those]): StepVisit => {
    const [first] = those
    const arrivedAt = first === undefined ? run.startedAt : arrivalOf(walk, first)
    return visitOf(walked, { results: those, token: standing.get(key), arrivedAt })
  })
  const only = [...standing].filter(([key]) => !byVisit.has(key))
  const here = only.map(([, token]) => visitOf(walked, { results: [], token, arrivedAt: token.since }))
  return [...left, ...here]
}

interface Visited {
  results: readonly StepResult[]
  token: Token | undefined
  arrivedAt: Date
}

function visitOf(walked: Walked, visited: Visited): StepVisit {
  const { results, token, arrivedAt } = visited
  const last = results.at(-1)
  const stepId = token?.stepId ?? last?.stepId ?? ''
  const visit = token?.visit ?? last?.visit ?? 1
  const here = (one: { stepId?: string; visit?: number }) => one.stepId === stepId && one.visit === visit
  const error = token?.error ?? last?.error
  const next = token?.retryAt ?? token?.wakeAt
  const over = token === undefined
  return {
    stepId,
    visit,
    state: stateOf(walked.run, visited),
    ...(last?.outlet === undefined ? {} : { outlet: last.outlet }),
    ...(error === undefined ? {} : { message: error.message }),
    ...(last?.output === undefined ? {} : { output: last.output }),
    ...(last?.used === undefined ? {} : { used: last.used }),
    arrivedAt: arrivedAt.toISOString(),
    ...(over && last !== undefined ? { leftAt: last.at.toISOString() } : {}),
    ...(next === undefined || token?.error !== undefined ? {} : { nextAt: next.toISOString() }),
    failures: results.flatMap(({ at, error: failure }) =>
      failure === undefined ? [] : [{ at: at.toISOString(), message: failure.message }],
    ),
    tasks: walked.tasks.filter(here).map(({ id, title, state }) => ({ id, title, state })),
    effects: walked.effects.filter(({ requestedBy }) => here(requestedBy)).map(viewEffect),
  }
}

function stateOf({ state, dueAt }: Walked['run'], { results, token }: Visited): StepVisit['state'] {
  if (token === undefined) return results.at(-1)?.outcome === 'fail' ? 'failed' : 'left'
  if (token.error !== undefined || state === 'quarantined') return 'failed'
  if (state === 'stopped') return 'stopped'
  if (token.retryAt !== undefined) return 'retries'
  if (token.meets !== undefined || token.wakeAt !== undefined) return 'waits'
  return dueAt === null ? 'waits' : 'works'
}

function viewEffect(effect: Effect): StepVisit['effects'][number] {
  const { id, operation, state, sends, dueAt, error } = effect
  return {
    id,
    operation,
    state,
    sends,
    ...(error === undefined ? {} : { message: error.message }),
    ...(dueAt === null ? {} : { nextAt: dueAt.toISOString() }),
  }
}
