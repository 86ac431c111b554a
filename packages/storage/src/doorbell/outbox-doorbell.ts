import type { Doorbell } from '@fieldledger/runtime'

/** For processes without a worker: every commit leaves an outbox row, and that row's insert is what workers hear. */
export const outboxDoorbell: Doorbell = { ring: () => undefined }
