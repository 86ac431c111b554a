import { InactiveReference, type Operation } from '@fieldledger/accounting'

/** Reading what is not there answers 610 “Object Not Found”, the code of inactive references too. */
export function* orNone<Read>(reading: Operation<Read>): Operation<Read | null> {
  try {
    return yield* reading
  } catch (error) {
    if (error instanceof InactiveReference) return null
    throw error
  }
}
