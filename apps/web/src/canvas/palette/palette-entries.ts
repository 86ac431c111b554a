import type { FormContent } from '@fieldledger/forms'
import { stepDefinitions } from '@fieldledger/steps'
import {
  type ConnectionSummary,
  configVersionOf,
  type StepDefinition,
  type StepGroup,
} from '@fieldledger/workflow'
import type { ProviderChoice } from '../draft/editor-context.ts'
import { messages } from '../messages.ts'
import { startsAtSubmit } from './starts-at-submit.ts'

/** One thing that can be dragged onto the canvas. `blocked` = greyed out, with the reason and its cure. */
export interface PaletteEntry {
  id: string
  definition: StepDefinition
  title: string
  description: string
  group: StepGroup
  provider?: ProviderChoice
  connection?: ConnectionSummary
  blocked?: { reason: string; connect: string }
}

/** What the product is for stands above the fold; how a workflow begins is asked first. */
const groupOrder: readonly StepGroup[] = ['Triggers', 'Accounting', 'People', 'Form', 'Logic']

/** A kind that works with ledgers stands once for each of them, asleep until it is connected (S4-05 … S4-07). */
export function paletteEntries(surroundings: {
  providers: readonly ProviderChoice[]
  connections: readonly ConnectionSummary[]
  /** The workflow has its one trigger: none is offered any more. */
  started: boolean
  /** Which triggers begin this workflow: the form's first starts at submit, all others otherwise. */
  first: boolean
}): PaletteEntry[] {
  const offered = Object.values(stepDefinitions).filter(
    (definition) =>
      !definition.trigger || (!surroundings.started && startsAtSubmit(definition) === surroundings.first),
  )
  return groupOrder
    .flatMap((group) => offered.filter((definition) => definition.group === group))
    .flatMap((definition) =>
      definition.perProvider
        ? surroundings.providers.map((provider) => ledgerEntry(definition, { provider, ...surroundings }))
        : [plainEntry(definition)],
    )
}

function plainEntry(definition: StepDefinition): PaletteEntry {
  const { kind, title, description, group } = definition
  return { id: kind, definition, title, description, group }
}

function ledgerEntry(
  definition: StepDefinition,
  at: { provider: ProviderChoice; connections: readonly ConnectionSummary[] },
): PaletteEntry {
  const { provider } = at
  const ofProvider = at.connections.filter((connection) => connection.provider === provider.id)
  const active = ofProvider.filter(({ state }) => state === 'active')
  const [only] = active
  const reason = ofProvider.some(({ state }) => state === 'needs-reconnect')
    ? messages.palette.needsReconnect(provider.label)
    : messages.palette.notConnected(provider.label)
  return {
    ...plainEntry(definition),
    id: `${definition.kind} ${provider.id}`,
    title: messages.palette.syncWith(provider.label),
    provider,
    ...(active.length === 1 && only !== undefined ? { connection: only } : {}),
    ...(active.length === 0 ? { blocked: { reason, connect: connectPath(provider.id) } } : {}),
  }
}

export function connectPath(provider: string): string {
  return `/connections/new?provider=${encodeURIComponent(provider)}`
}

export function searchEntries(entries: readonly PaletteEntry[], query: string): PaletteEntry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter(({ title, description, group }) => {
    const text = `${title} ${description} ${group}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** What a freshly placed step of this entry is. */
export function newStepOf(entry: PaletteEntry, at: { form: FormContent; names: readonly string[] }) {
  const { definition, provider, connection } = entry
  const configVersion = configVersionOf(definition)
  return {
    kind: definition.kind,
    name: freeName(entry.title, at.names),
    ...(configVersion === 1 ? {} : { configVersion }),
    config: definition.initial({
      ...(provider === undefined ? {} : { provider: provider.id, providerLabel: provider.label }),
      ...(connection === undefined ? {} : { connection }),
      formType: at.form.type,
    }),
  }
}

function freeName(title: string, names: readonly string[]): string {
  if (!names.includes(title)) return title
  for (let count = 2; ; count++) if (!names.includes(`${title} ${count}`)) return `${title} ${count}`
}
