import type { DriverCall, LedgerDriver, OperationName } from '@fieldledger/accounting'
import { LRUCache } from 'lru-cache'

export interface LookMemoryOptions {
  /** How long an answer does for the next look. */
  keepMs?: number
  mostAnswers?: number
  /** Milliseconds of a clock that never jumps. */
  monotonic?: () => number
}

/**
 * Pages ask anew whenever something of their form moves, several of them at once, and Xero takes 60 requests a minute:
 * what a look was answered a moment ago does for the next. Nothing that leaves is decided by it: a call that is no look
 * goes to the ledger. A failed one is forgotten.
 */
export function createLookMemory(options: LookMemoryOptions = {}): (driver: LedgerDriver) => LedgerDriver {
  const { keepMs = 10_000, mostAnswers = 500, monotonic = () => performance.now() } = options
  const answers = new LRUCache<string, Promise<unknown>>({
    max: mostAnswers,
    ttl: keepMs,
    ttlResolution: 0,
    perf: { now: monotonic },
  })

  return (driver) => ({
    run<Name extends OperationName>(call: DriverCall<Name>) {
      if (call.scope.look !== true) return driver.run(call)
      const key = keyOf(call)
      const known = answers.get(key)
      if (known !== undefined) return known as ReturnType<typeof driver.run<Name>>
      const asked = driver.run(call)
      // Whole lists are among them: none is kept for longer than it does.
      answers.purgeStale()
      answers.set(key, asked)
      asked.catch(() => answers.peek(key) === asked && answers.delete(key))
      return asked
    },
  })
}

function keyOf({ operation, input, scope: { companyId, connectionId } }: DriverCall<OperationName>): string {
  return JSON.stringify([companyId, connectionId, operation, input])
}
