import type { RuntimeStore } from '../ports/store.ts'
import type { SubmissionMatch } from '../ports/trigger-store.ts'

const pageSize = 500

export interface BatchForecast {
  /** Chosen, or within the dates. */
  matching: number
  /** Of these: the workflow ran with them already, or they do not fit. */
  skipped: number
  starts: number
}

/** How many forms a batch would take if it began now. */
export async function forecastBatch(
  store: Pick<RuntimeStore, 'matches' | 'runs'>,
  of: {
    workflowId: string
    match: SubmissionMatch
    submissionIds?: readonly string[] | undefined
    /** Forms with which the workflow ran already stay out. */
    once: boolean
  },
): Promise<BatchForecast> {
  const { match, submissionIds: only, workflowId, once } = of
  let fitting = 0
  let ran = 0
  let after: string | undefined = ''
  while (after !== undefined) {
    const page = await store.matches.matching({
      match,
      after,
      limit: pageSize,
      ...(only === undefined ? {} : { only }),
    })
    fitting += page.ids.length
    if (once) ran += (await store.runs.ranWith({ workflowId, submissionIds: page.ids })).size
    after = page.next
  }
  const matching = only?.length ?? fitting
  return { matching, skipped: matching - fitting + ran, starts: fitting - ran }
}
