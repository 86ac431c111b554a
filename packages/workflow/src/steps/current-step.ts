import type { Graph, Step } from '../graph/graph.ts'
import type { DefinitionOf } from '../graph/start-step.ts'
import type { StepError } from '../run/token.ts'
import type { StepDefinition } from './define-step.ts'

type Versioned = Pick<StepDefinition, 'migrations'>

/** The version in which a kind reads configs today; a step without one is of the first. */
export function configVersionOf({ migrations }: Versioned): number {
  return migrations.length + 1
}

/** A stored graph with every config as its kind reads it today. What cannot be brought there stays as it is, to be refused. */
export function currentGraph(graph: Graph, definitionOf: DefinitionOf): Graph {
  const steps = Object.entries(graph.steps).map(([id, step]) => {
    const definition = definitionOf(step.kind)
    return [id, definition === undefined ? step : currentStep(step, definition)] as const
  })
  return { ...graph, steps: Object.fromEntries(steps) }
}

/** Why this version of Fieldledger does not carry out a step as it is configured; undefined = it does. */
export function refusedConfig(step: Step, definition: Versioned): StepError | undefined {
  const [own, known] = [step.configVersion ?? 1, configVersionOf(definition)]
  if (own === known) return undefined
  const message =
    own > known
      ? `"${step.name}" was configured by a newer Fieldledger than this server runs: update the server, then try again.`
      : `What "${step.name}" was configured with by an older Fieldledger cannot be read any more: configure the step again, publish, then replay the run.`
  return {
    code: own > known ? 'config-of-newer-version' : 'config-of-older-version',
    message,
    retryable: false,
  }
}

function currentStep(step: Step, definition: Versioned): Step {
  const [own, known] = [step.configVersion ?? 1, configVersionOf(definition)]
  if (own >= known) return step
  try {
    const config = definition.migrations.slice(own - 1).reduce((old, migrate) => migrate(old), step.config)
    return { ...step, config, configVersion: known }
  } catch {
    // Refused by name wherever somebody looks at it; a guess would be carried out.
    return step
  }
}
