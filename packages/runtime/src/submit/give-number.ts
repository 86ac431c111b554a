import { formatNumber, type NumberingPattern } from '@fieldledger/forms'
import type { CompanyScope } from '@fieldledger/workflow'
import type { Runtime } from '../ports/runtime.ts'

/** The next number of a form, never given twice. Without a project, or a code of it, that part is left out. */
export async function giveNumber(wish: {
  runtime: Runtime
  scope: CompanyScope
  formId: string
  pattern: NumberingPattern
  year: number
  projectId: string | undefined
}): Promise<string> {
  const { runtime, scope, formId, pattern, year, projectId } = wish
  const projectCode =
    pattern.projectCode && projectId !== undefined
      ? await runtime.ports.lookups.catalogue.projectCode({ scope, id: projectId })
      : undefined
  const counter = await runtime.ports.stores.of(scope).submissions.nextCounter(formId)
  return formatNumber({ pattern, year, counter, ...(projectCode === undefined ? {} : { projectCode }) })
}
