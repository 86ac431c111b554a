import type { VersionLookup } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'

const most = 300

/** Published versions never change: what was read once is kept for as long as there is room. */
export function keepVersions(versions: VersionLookup): VersionLookup {
  return {
    ...versions,
    form: keepForEver(versions.form, ({ formId }) => formId),
    workflow: keepForEver(versions.workflow, ({ workflowId }) => workflowId),
  }
}

function keepForEver<Which extends { scope: CompanyScope; version: number }, Version>(
  read: (which: Which) => Promise<Version | undefined>,
  idOf: (which: Which) => string,
) {
  const kept = new Map<string, Version>()
  return async (which: Which): Promise<Version | undefined> => {
    const key = `${which.scope.companyId}|${idOf(which)}|${which.version}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const found = await read(which)
    if (found === undefined) return undefined
    const oldest = kept.keys().next()
    if (kept.size >= most && !oldest.done) kept.delete(oldest.value)
    kept.set(key, found)
    return found
  }
}
