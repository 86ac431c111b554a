import type { FormContent, Submission } from '@fieldledger/forms'
import {
  type ConnectionSummary,
  type Graph,
  meetTokens,
  type Standing,
  type StepChange,
  type StepError,
  type Task,
  type Token,
} from '@fieldledger/workflow'
import { failpoint } from '../failpoints/failpoint.ts'
import type { Effect, Requester } from '../ports/effect-store.ts'
import type { Run, RunState, StepResult } from '../ports/run-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { ActedStamp } from '../timeline/actors.ts'
import { leaveStep, needAttention } from './move-on.ts'
import { takeStep } from './take-step.ts'

export interface WalkInputs {
  runtime: Runtime
  run: Run
  /** The time of the claim, by the server's clock. */
  now: Date
  graph: Graph
  form: FormContent
  submission: Submission
  tasks: readonly Task[]
  effects: readonly Effect[]
  connections: readonly ConnectionSummary[]
  names: ReadonlyMap<string, string>
  /** Where this walk does not go on, though its step could be taken. */
  staysAt?(token: Token): boolean
}

export type PlacedChange = (StepChange | { change: 'leave-turn' }) & {
  at: Requester & { runId: string; stepId: string; visit: number }
}

/** What a walk came to; nothing is written yet. */
export interface Walked {
  standing: Standing
  submission: Submission
  stamps: ActedStamp[]
  changes: PlacedChange[]
  results: StepResult[]
  /** The status that its first move began from; absent = it moved none. */
  statusRead?: Submission['status']
}

export interface WalkEnd extends Walked {
  state: RunState
  due: 'waits' | Date
  /** Its next step leaves the process: it goes on once this is saved. */
  leaving?: true
  error?: StepError
}

/** Walks every token until its step waits, ends or fails. Pure steps on the way share one checkpoint. */
export async function walkRun(inputs: WalkInputs): Promise<WalkEnd> {
  const { tokens, visits } = inputs.run
  const walked: Walked = {
    standing: { tokens, visits },
    submission: inputs.submission,
    stamps: [],
    changes: [],
    results: [],
  }
  const waiting = new Set<string>()
  for (const token of inputs.run.tokens) if (isLater(token, inputs.now)) waiting.add(token.id)
  let leaving: true | undefined
  for (let token = nextToken(walked, waiting); token !== undefined; token = nextToken(walked, waiting)) {
    if (inputs.staysAt?.(token) === true) {
      waiting.add(token.id)
      continue
    }
    if (mustBeSavedFirst(token, inputs)) {
      leaving = true
      waiting.add(token.id)
      continue
    }
    failpoint('run.before-step')
    const outcome = await takeStep(walked, { inputs, token })
    if (outcome === 'waits') waiting.add(token.id)
    meetBranches(walked, inputs)
  }
  const end = endOf(walked, inputs)
  return leaving ? { ...end, due: inputs.now, leaving } : end
}

/**
 * Before a request leaves, its token stands durably at the step, so that a crash repeats this request, with the same key,
 * and nothing that came before it.
 */
function mustBeSavedFirst({ id, stepId, visit }: Token, { runtime, run, graph }: WalkInputs): boolean {
  const kind = graph.steps[stepId]?.kind ?? ''
  if (runtime.steps[kind]?.definition.leavesTheProcess !== true) return false
  return !run.tokens.some((saved) => saved.id === id && saved.stepId === stepId && saved.visit === visit)
}

function nextToken({ standing }: Walked, waiting: ReadonlySet<string>): Token | undefined {
  return standing.tokens.find(
    ({ id, meets, error }) => !waiting.has(id) && meets === undefined && error === undefined,
  )
}

// A failed step is not tried before its time, although another branch or a person woke the run.
function isLater({ retryAt }: Token, now: Date): boolean {
  return retryAt !== undefined && retryAt > now
}

function meetBranches(walked: Walked, inputs: WalkInputs): void {
  for (let met = meetTokens(walked.standing); met !== undefined; met = meetTokens(walked.standing)) {
    const { standing, token, outlet } = met
    walked.standing = standing
    leaveStep(walked, { inputs, token, outlet })
  }
}

function endOf(walked: Walked, inputs: WalkInputs): WalkEnd {
  const { tokens } = walked.standing
  const [first] = tokens
  if (first === undefined) {
    const last = walked.results.at(-1)
    walked.stamps.push({
      code: 'finished',
      params: {},
      actor: { kind: 'workflow' },
      once: `${inputs.run.id}:${last?.stepId}:${last?.visit}:finished`,
    })
    return { ...walked, state: 'finished', due: 'waits' }
  }
  // Lint refuses such graphs; one that was published before it did must not wait for ever.
  if (tokens.every(({ meets }) => meets !== undefined)) {
    const { meets: _meets, ...token } = first
    needAttention(walked, { token, error: neverMeet })
  }
  return { ...walked, ...restOf(walked.standing.tokens) }
}

/** A run whose every token failed stands still; while another goes on, so does the run. */
function restOf(tokens: readonly Token[]): Pick<WalkEnd, 'state' | 'due' | 'error'> {
  const failed = tokens.find(({ error }) => error !== undefined)
  const goesOn = tokens.some(({ meets, error }) => meets === undefined && error === undefined)
  const wakes = tokens.flatMap(({ wakeAt, retryAt, error }) => {
    const at = retryAt ?? wakeAt
    return at === undefined || error !== undefined ? [] : [at.getTime()]
  })
  return {
    state: goesOn ? 'active' : 'needs-attention',
    due: goesOn && wakes.length > 0 ? new Date(Math.min(...wakes)) : 'waits',
    ...(failed?.error === undefined ? {} : { error: failed.error }),
  }
}

const neverMeet: StepError = {
  code: 'branches-never-meet',
  message:
    'The branches of this workflow wait for each other at different steps: lead them to one join, publish, then revise the form.',
  retryable: false,
}
