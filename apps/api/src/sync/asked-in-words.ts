import type { CallAsker } from '@fieldledger/accounting'
import type { AskedBy } from '@fieldledger/contract'
import type { CompanyScope } from '@fieldledger/workflow'
import type { Services } from '../services.ts'
import { byItself } from './log-titles.ts'

/** Of many entries at once: each is asked for by what this hands out. */
export async function askedInWords(
  services: Pick<Services, 'runtime' | 'runs'>,
  { scope, all }: { scope: CompanyScope; all: readonly (CallAsker | undefined)[] },
): Promise<(asked: CallAsker | undefined) => AskedBy | null> {
  const { people } = services.runtime.ports
  const [names, steps] = await Promise.all([
    people.names({ scope, ids: unique(all.flatMap((asked) => [asked?.personId, asked?.triedBy])) }),
    stepsOf(services, { scope, all }),
  ])
  const nameOf = (id: string) => names.get(id) ?? 'Somebody who is not in the company any more'
  return (asked) => {
    if (asked === undefined) return null
    const { personId, runId, stepId, itself, triedBy } = asked
    const run = runId === undefined ? {} : { runId }
    const first =
      personId !== undefined
        ? nameOf(personId)
        : runId !== undefined
          ? (steps.get(keyOf(runId, stepId)) ?? 'A workflow')
          : itself && byItself[itself]
    if (triedBy !== undefined && triedBy !== personId)
      return { text: nameOf(triedBy), ...(first === undefined ? {} : { first }), ...run }
    return first === undefined ? null : { text: first, ...run }
  }
}

/** What stands on the canvas: the workflow’s name, where it has one, and the step’s. */
async function stepsOf(
  { runtime, runs }: Pick<Services, 'runtime' | 'runs'>,
  { scope, all }: { scope: CompanyScope; all: readonly (CallAsker | undefined)[] },
): Promise<Map<string, string>> {
  const { versions } = runtime.ports
  const workflows = await runs.workflowsOf(scope, unique(all.map((asked) => asked?.runId)))
  const places = new Map(
    all.flatMap((asked) =>
      asked?.runId === undefined ? [] : [[keyOf(asked.runId, asked.stepId), asked] as const],
    ),
  )
  const named = [...places].map(async ([key, { runId = '', stepId = '' }]) => {
    const run = workflows.get(runId)
    if (run === undefined) return []
    const { workflowId, workflowVersion: version } = run
    const [start, workflow] = await Promise.all([
      versions.start({ scope, workflowId }),
      versions.workflow({ scope, workflowId, version }),
    ])
    const step = workflow?.graph.steps[stepId]?.name
    const name = start?.name === undefined ? 'Workflow' : `Workflow “${start.name}”`
    return [[key, step === undefined ? name : `${name}, step “${step}”`] as const]
  })
  return new Map((await Promise.all(named)).flat())
}

function keyOf(runId: string, stepId: string | undefined): string {
  return `${runId} ${stepId}`
}

function unique(ids: readonly (string | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => id !== undefined))]
}
