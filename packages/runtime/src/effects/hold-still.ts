import type { Submission } from '@fieldledger/forms'
import type { RuntimeStore } from '../ports/store.ts'

/**
 * A form is not cancelled or revised in the moment in which a send of it is planned: both write it, so one of the two
 * transactions conflicts, and repeats with what the other did.
 */
export async function holdStill(
  store: RuntimeStore,
  { id, revision }: Pick<Submission, 'id' | 'revision'>,
): Promise<void> {
  await store.submissions.change({ id, revision, change: {} })
}
