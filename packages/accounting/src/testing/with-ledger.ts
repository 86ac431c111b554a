import { afterAll, beforeAll } from 'vitest'
import type { OperationName, Operations } from '../connector/connector.ts'
import type { DocumentKind } from '../documents/document-kind.ts'
import { orderLinesOf } from '../documents/order-lines-of.ts'
import type { LedgerError } from '../errors/ledger-error.ts'
import type { ConformanceLedger } from './conformance-ledger.ts'
import type { ConformanceOptions } from './connector-conformance.ts'
import { sampleDocument } from './sample-inputs.ts'

let numbers = 0

/** One started ledger for the tests around it, and the short words in which they speak. */
export function withLedger(options: ConformanceOptions) {
  let ledger: ConformanceLedger
  beforeAll(async () => {
    ledger = await options.start()
  })
  afterAll(() => ledger.close())

  const run = <Name extends OperationName>(
    operation: Name,
    input: Operations[Name]['in'],
    more: { requestKey?: string; beforeWrite?: () => Promise<void> } = {},
  ) => {
    const { requestKey, beforeWrite } = more
    return ledger.driver.run({
      operation,
      input,
      scope: {
        companyId: 'company',
        connectionId: 'connection',
        ...(requestKey === undefined ? {} : { requestKey }),
      },
      ...(beforeWrite === undefined ? {} : { beforeWrite }),
    })
  }
  const ofKind = (kind: DocumentKind) => {
    const can = options.connector.capabilities.documents[kind]
    return can === undefined ? {} : { can }
  }
  const fresh = (kind: DocumentKind = 'purchase-order') => {
    numbers += 1
    const number = `PO-C-${numbers}`
    return {
      number,
      requestKey: `key-${number}`,
      document: sampleDocument({ kind, number, ...ofKind(kind), ...ledger.sample }),
    }
  }
  return {
    run,
    ledger: () => ledger,
    /** A document of its own, with the key of its effect. */
    fresh,
    /** So too; what is made out of an order gets one first, of which everything has arrived. */
    ready: async (kind: DocumentKind) => {
      if (options.connector.capabilities.documents[kind]?.ofOrder !== true) return fresh(kind)
      const order = fresh()
      const made = await run('document.create', order.document, { requestKey: order.requestKey })
      const links = orderLinesOf({ sent: order.document, read: made })
      const { dueDate: _due, shipTo: _place, ...rest } = order.document
      const lines = rest.lines.map((line) => {
        const { order: id, line: number } = links.get(line.id) ?? {}
        return id === undefined || number === undefined
          ? line
          : { ...line, orderLine: { order: id, line: number } }
      })
      const { number, requestKey } = fresh()
      return { number, requestKey, document: { ...rest, kind, number, lines } }
    },
    failure: async (sent: Promise<unknown>): Promise<LedgerError | undefined> =>
      sent.then(
        () => undefined,
        (error) => error,
      ),
  }
}
