import type { FormContent, FormType } from '@fieldledger/forms'
import type { Static, TObject } from 'typebox'
import type { ConnectionSummary } from '../connections/connection-summary.ts'
import type { Problem } from '../graph/problem.ts'
import type { StaffMember } from '../people/role.ts'
import type { Start } from '../triggers/start.ts'
import type { FormChoice } from './next-form.ts'
import type { StepContext } from './step-context.ts'
import type { SendRequest, StepOutcome } from './step-outcome.ts'

export type StepGroup = 'Triggers' | 'People' | 'Logic' | 'Form' | 'Accounting'

/** A secret as everybody may see it: its value is known to the worker alone. */
export interface NamedSecret {
  name: string
  /** The only place that it is ever sent to. */
  origin: string
}

export interface OutletDefinition {
  id: string
  label: string
}

/** What `problems` may look at. */
export interface ProblemScope {
  form: FormContent
  connections: readonly ConnectionSummary[]
  /** The company's named secrets; undefined = whoever asks does not know them. */
  secrets?: readonly NamedSecret[] | undefined
  /** Names of those who submit forms and have no supervisor; undefined = whoever asks does not know them. */
  unsupervised?: readonly string[] | undefined
  /** Everybody who works here at the moment; undefined = whoever asks does not know them. */
  staff?: readonly StaffMember[] | undefined
  /** Forms that can be made from this one; undefined = whoever asks does not know them. */
  nextForms?: readonly FormChoice[] | undefined
  outletsConnected: readonly string[]
  /** Names of what the start gives to the steps; undefined = whoever asks does not know. */
  given?: readonly string[] | undefined
}

/** One step kind: packages/steps/src/<kind>/definition.ts exports one of these. Pure. */
export interface StepDefinition<Schema extends TObject = TObject> {
  kind: string
  title: string
  description: string
  group: StepGroup
  icon: string
  trigger: boolean
  /** What begins the workflow, said by its trigger. */
  starts?(config: Static<Schema>): Start
  /** Waits for people or ledgers, or does work that can fail: has a `failed` outlet. */
  executable: boolean
  /** Somebody says yes or no here: a workflow without such a step approves its forms at submit. */
  decides?: boolean
  /** Makes the form approved without asking anybody. */
  approves?(config: Static<Schema>): boolean
  /** split: a token goes out by each of its arrows, also by several from one outlet; meet: they become one again. */
  branching?: 'split' | 'meet'
  /** Reads nothing but the form and changes nothing but its label: at the beginning it is taken with the submit. */
  needsOnlyTheForm?(config: Static<Schema>): boolean
  /** Talks to the outside while it executes: the run is saved before, so that a crash repeats this step and no other. */
  leavesTheProcess?: boolean
  /** What the step hands to which ledger, for whoever asks before it runs; no request = nothing connects us to it. */
  sends?(
    config: Static<Schema>,
    scope: Pick<ProblemScope, 'connections'>,
  ): { ledger: string; request: SendRequest | undefined }
  /** The palette shows one entry for each provider instead of one for the kind. */
  perProvider: boolean
  config: Schema
  /** What a freshly placed step holds. `provider` is given for kinds that the palette expands. */
  initial(place: {
    provider?: string
    providerLabel?: string
    connection?: ConnectionSummary
    formType: FormType
  }): Static<Schema>
  outlets(config: Static<Schema>): OutletDefinition[]
  /** One line on the step's card. */
  summary(config: Static<Schema>, scope: Pick<ProblemScope, 'form' | 'connections' | 'nextForms'>): string
  /** The badge on the canvas, the publish gate and the run's preflight. */
  problems(config: Static<Schema>, scope: ProblemScope): Problem[]
  /** Numbered migrations of stored configs: index 0 turns version 1 into 2. */
  migrations: readonly ((config: Record<string, unknown>) => Record<string, unknown>)[]
}

/** Checks a definition's types; returns it unchanged. Never called with side effects. */
export function defineStep<Schema extends TObject>(
  definition: StepDefinition<Schema>,
): StepDefinition<Schema> {
  return definition
}

export type StepExecutor<Definition> =
  Definition extends StepDefinition<infer Schema>
    ? (config: Static<Schema>, context: StepContext) => Promise<StepOutcome> | StepOutcome
    : never

/** What the runtime is handed for each kind by the composition root. */
export interface ExecutableStep {
  definition: StepDefinition
  execute(config: Record<string, unknown>, context: StepContext): Promise<StepOutcome>
}
export type StepRegistry = Readonly<Record<string, ExecutableStep>>
