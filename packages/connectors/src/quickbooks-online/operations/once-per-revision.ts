import { type Operation, type OperationContext, StaleRevision } from '@fieldledger/accounting'

/**
 * Lists can give an old SyncToken, and a person may save at the same moment (QuickBooks-V3-DotNET-SDK#366): on
 * “stale” the record is read again and written once more.
 */
export function* oncePerRevision<Result>(
  attempt: (step: string, requestKey: string | undefined) => Operation<Result>,
  { requestKey }: OperationContext,
): Operation<Result> {
  try {
    return yield* attempt('post', requestKey)
  } catch (error) {
    if (!(error instanceof StaleRevision)) throw error
    // The same key could bring the first refusal back. Without one the SyncToken still guards the write.
    return yield* attempt('post-again', requestKey.length <= 48 ? `${requestKey}.2` : undefined)
  }
}
