import { effectStamp } from './effect-stamps.ts'
import { type EffectWork, settle } from './effect-work.ts'
import { openTask } from './hold-effect.ts'

/** A person looks for it by what it says: it may be there under a number that the database that was lost had given it. */
export async function holdArrivedLate(work: EffectWork): Promise<void> {
  const { effect, connection } = work
  const message = `This form was written before our database was restored and arrived after it, so it may be in ${connection.providerLabel} already, under another number. Look there for its vendor and amount: if it is there, stop it here; if not, have it sent.`
  const problem = { code: 'arrived-late', severity: 'error' as const, message, cure: 'resolve-unknown' }
  await settle(work, {
    change: {
      state: 'needs-person',
      // Asked once: the next attempt group is what a person allowed.
      attemptGroup: effect.attemptGroup + 1,
      requestKey: null,
      problems: [problem],
      due: 'never',
    },
    stamps: [effectStamp(work, { code: 'needs-attention', params: { message } })],
    hints: [{ topic: 'tasks' }, { topic: 'attention' }],
    also: (store) => openTask(store, { work, kind: 'unknown', problems: [problem] }),
  })
}
