import type { StepDefinition } from '@fieldledger/workflow'
import { definitions, type StepKind } from './definitions.ts'

/** The definitions under one type, for whoever does not care about the config of each kind. */
export const stepDefinitions = definitions as unknown as Readonly<Record<StepKind, StepDefinition>>

/** The definition of a stored kind, or undefined for one that this version of Fieldledger does not know. */
export function stepDefinition(kind: string): StepDefinition | undefined {
  return Object.hasOwn(stepDefinitions, kind) ? stepDefinitions[kind as StepKind] : undefined
}
