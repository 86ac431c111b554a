import type { DraftSave } from '@fieldledger/storage'
import type { CompanyScope } from '@fieldledger/workflow'
import { Missing, StaleDraft } from '../refusals.ts'
import type { Services } from '../services.ts'

/** Who changed what since the revision that was looked at. */
export async function staleDraft(
  { runtime }: Pick<Services, 'runtime'>,
  draft: {
    scope: CompanyScope
    seen: number
    now: { revision: number; updatedBy: string; updatedAt: Date; saves: DraftSave[] } | undefined
  },
): Promise<StaleDraft | Missing> {
  const { now, seen, scope } = draft
  if (now === undefined) return new Missing()
  const names = await runtime.ports.people.names({ scope, ids: [now.updatedBy] })
  return new StaleDraft({
    revision: now.revision,
    by: names.get(now.updatedBy) ?? 'Somebody',
    at: now.updatedAt.toISOString(),
    changes: now.saves.filter(({ revision }) => revision > seen).flatMap(({ changes }) => changes),
  })
}
