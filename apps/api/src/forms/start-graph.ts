import { randomBytes } from 'node:crypto'
import { stepDefinitions } from '@fieldledger/steps'
import type { Graph } from '@fieldledger/workflow'

/** A workflow begins with its trigger, so that the canvas is never empty. */
export function startGraph(): Graph {
  const definition = Object.values(stepDefinitions).find(({ trigger }) => trigger)
  if (definition === undefined) return { steps: {}, edges: [] }
  const config = definition.initial({ formType: 'custom' })
  const id = `s_${randomBytes(4).toString('hex')}`
  return {
    steps: { [id]: { kind: definition.kind, name: definition.title, config, position: { x: 0, y: 0 } } },
    edges: [],
  }
}
