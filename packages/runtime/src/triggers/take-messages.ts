import { companyScope } from '@fieldledger/workflow'
import type { Runtime } from '../ports/runtime.ts'
import { startByMessage } from './start-by-message.ts'

const mostAtOnce = 100
/** A message that cannot be worked on is put aside, so that it does not stand in the way for ever. */
const mostFailures = 5

interface Open {
  companyId: string
  id: string
}

/** Every message that was accepted starts its runs, once. One that fails lets the others pass. */
export async function takeMessages(runtime: Runtime): Promise<void> {
  let trouble: unknown
  let started = false
  for (const open of await runtime.ports.triggers.openMessages(mostAtOnce)) {
    try {
      started = (await startByMessage(runtime, open)) || started
    } catch (error) {
      trouble = error
      await putAside(runtime, open)
    }
  }
  if (started) runtime.doorbell.ring()
  if (trouble !== undefined) throw trouble
}

async function putAside(runtime: Runtime, { companyId, id }: Open): Promise<void> {
  const { inbox } = runtime.ports.stores.of(companyScope(companyId))
  if ((await inbox.countFailure(id)) < mostFailures) return
  await inbox.settle({
    id,
    state: 'refused',
    reason: 'It could not be worked on: send it again, and tell support if it fails once more.',
    submissionIds: [],
    settledAt: runtime.clock.now(),
  })
}
