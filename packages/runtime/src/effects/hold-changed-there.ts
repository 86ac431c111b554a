import { type Difference, describeField, type RemoteDocument } from '@fieldledger/accounting'
import type { Problem } from '@fieldledger/workflow'
import type { Effect } from '../ports/effect-store.ts'
import type { EffectWork } from './effect-work.ts'
import { holdEffect } from './hold-effect.ts'
import { markRemoved } from './mark-removed.ts'
import { versionOf } from './version-of.ts'

/** Somebody changed it there by hand: both values are shown, and a person says which stand. */
export async function holdEdited(
  work: EffectWork,
  seen: { found: RemoteDocument; differences: Difference[]; fixed: string | undefined },
): Promise<void> {
  const { providerLabel } = work.connection
  const number = seen.found.number ?? ''
  const { fixed } = seen
  const choice = fixed === undefined ? 'Send ours over it, or keep theirs.' : `${fixed} Or keep theirs.`
  const problems = seen.differences.map(({ field, sent, found }): Problem => {
    const name = describeField(field)
    return {
      code: 'edited-in-ledger',
      severity: 'error',
      message: `${name} is ${quoted(found)} in ${providerLabel} and ${quoted(sent)} in the form: somebody changed #${number} there. ${choice}`,
      cure: 'choose-version',
      params: {
        effectId: work.effect.id,
        version: versionOf(seen.found),
        field: name,
        ours: sent,
        theirs: found,
        ...(fixed === undefined ? {} : { fixed }),
      },
    }
  })
  const lines = problems.map(
    ({ params }) => `${params?.field}: ${quoted(params?.ours)} here, ${quoted(params?.theirs)} there`,
  )
  await holdEffect(work, {
    problems,
    title: `Changed in ${providerLabel}`,
    stamp: { code: 'document-edited', params: { number, differences: lines.join('\n') } },
  })
}

/** G-13: it was removed there by hand, and only a person may have it made again. */
export async function holdRemoved(work: EffectWork, create: Effect): Promise<void> {
  const { providerLabel } = work.connection
  const number = create.confirmation?.number ?? ''
  await holdEffect(work, {
    problems: [
      {
        code: 'document-removed',
        severity: 'error',
        message: `#${number} was removed in ${providerLabel}: send it again as a new one, or cancel the form here.`,
        cure: 'send-as-new',
        params: { effectId: create.id },
      },
    ],
    title: `Removed in ${providerLabel}`,
    stamp: { code: 'document-removed', params: { number } },
    also: (store) => markRemoved(store, create.id),
  })
}

function quoted(value: unknown): string {
  return value === undefined || value === '' ? 'empty' : `"${value}"`
}
