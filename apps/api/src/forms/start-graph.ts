import { randomBytes } from 'node:crypto'
import { stepDefinition, stepDefinitions } from '@fieldledger/steps'
import type { Graph } from '@fieldledger/workflow'

/** A workflow begins with its trigger, so that the canvas is never empty; without a kind it is the first one listed. */
export function startGraph(kind?: string): Graph {
  const definition =
    kind === undefined ? Object.values(stepDefinitions).find(({ trigger }) => trigger) : stepDefinition(kind)
  if (definition === undefined) return { steps: {}, edges: [] }
  const config = definition.initial({ formType: 'custom' })
  const id = `s_${randomBytes(4).toString('hex')}`
  return {
    steps: { [id]: { kind: definition.kind, name: definition.title, config, position: { x: 0, y: 0 } } },
    edges: [],
  }
}
