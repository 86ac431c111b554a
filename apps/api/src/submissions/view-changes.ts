import type { SubmissionChangesView } from '@fieldledger/contract'
import type { FieldChange } from '@fieldledger/forms'
import { submissionChanges } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import type { Services } from '../services.ts'

/** What the present revision changed, with the names of everything that is chosen in it. */
export async function viewChanges(
  { runtime }: Pick<Services, 'runtime'>,
  asked: { scope: CompanyScope; submissionId: string; from?: number },
): Promise<SubmissionChangesView> {
  const { scope, ...which } = asked
  const { revisions, ...changes } = await submissionChanges({ runtime, companyId: scope.companyId, ...which })
  const people = revisions.map(({ by }) => by)
  const names = await runtime.ports.lookups.catalogue.names({
    scope,
    ids: [...new Set([...changes.fields.flatMap(idsIn), ...people])],
  })
  return {
    ...changes,
    revisions: revisions.map(({ revision, by, at }) => ({
      revision,
      by: names.get(by) ?? by,
      at: at.toISOString(),
    })),
    names: Object.fromEntries(names),
  }
}

/** Whatever in a change may be an id of the catalogue; unknown ones simply get no name. */
function idsIn({ before, after, lines = [] }: FieldChange): string[] {
  const rows = lines.flatMap((line) => [
    ...('before' in line ? [line.before] : []),
    ...('after' in line ? [line.after] : []),
  ])
  const ofLines = rows.flatMap((row) => [row.materialId, row.costCodeId, row.accountId, row.vendorId])
  return [before, after, ofLines]
    .flatMap((values) => (Array.isArray(values) ? (values as unknown[]) : []))
    .filter((value) => typeof value === 'string')
}
