import type { LedgerDriver } from '@fieldledger/accounting'
import type { Tracing } from '@fieldledger/egress'

/** Each operation on a ledger as a span, with the ids under which its log and its timeline are found. */
export function tracedDriver(driver: LedgerDriver, tracing: Tracing | undefined): LedgerDriver {
  if (tracing === undefined) return driver
  return {
    run(call) {
      const { companyId, connectionId, effectId, submissionId, attempt } = call.scope
      const ids = { company: companyId, connection: connectionId, effect: effectId, submission: submissionId }
      return tracing.span({ name: `ledger ${call.operation}`, attributes: { ...ids, attempt } }, () =>
        driver.run(call),
      )
    },
  }
}
