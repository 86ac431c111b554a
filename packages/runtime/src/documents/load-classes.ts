import { type DraftInputs, marksByTarget, trackingTargets } from '@fieldledger/workflow'
import type { LoadDraft } from './load-draft.ts'
import { loadListed } from './load-listed.ts'

/** The ledger's marks by what a form may call them, for each target that names one. */
export function loadClasses(input: LoadDraft): Promise<Pick<DraftInputs, 'classes' | 'marks'>> {
  const { request, connection } = input
  const { capabilities } = connection
  const sources = trackingTargets(capabilities).map(({ target }) => request.mapping[target])
  return loadListed(input, { list: 'class.list', sources, keeps: capabilities.classes }).then((rows) =>
    marksByTarget(capabilities, rows),
  )
}
