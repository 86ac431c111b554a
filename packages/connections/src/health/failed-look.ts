import type { ConnectionHealthRecord } from '../records/connection-record.ts'

/** Whom the look before has still to wake is not forgotten. */
export function failedLook(
  before: ConnectionHealthRecord | undefined,
  { checkedAt, message }: { checkedAt: Date; message: string },
): ConnectionHealthRecord {
  return { checkedAt, ok: false, message, ...(before?.toWake === true ? { toWake: true } : {}) }
}
