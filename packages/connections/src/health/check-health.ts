import { isDeepStrictEqual } from 'node:util'
import { type CallAsker, type LedgerCompany, LedgerError } from '@fieldledger/accounting'
import type { CompanyScope, LedgerFacts } from '@fieldledger/workflow'
import { findConnection } from '../connect/find-connection.ts'
import type { ConnectionPorts } from '../ports/connection-ports.ts'
import { type ConnectionRecord, wasAuthorised } from '../records/connection-record.ts'
import { connectionTarget } from '../records/connection-target.ts'
import { failedLook } from './failed-look.ts'

/**
 * Looks into the ledger company and remembers what it said; what was held goes on when it says something else than before.
 * A failing check is an answer, not an error.
 */
export async function checkHealth(
  ports: Pick<ConnectionPorts, 'connections' | 'driverFor' | 'wake' | 'clock'>,
  which: { scope: CompanyScope; connectionId: string; asked?: CallAsker | undefined },
): Promise<ConnectionRecord> {
  const connection = await findConnection(ports, which)
  if (connection.state === 'disconnected' || !wasAuthorised(connection)) return connection
  const checkedAt = ports.clock.now()
  const remember = (change: Parameters<typeof ports.connections.update>[1]['change']) =>
    ports.connections.update(which.scope, { id: connection.id, change })
  try {
    const company = await ports.driverFor(connectionTarget(connection)).run({
      operation: 'connect.check',
      input: {},
      scope: {
        companyId: connection.companyId,
        connectionId: connection.id,
        ...(which.asked === undefined ? {} : { asked: which.asked }),
      },
    })
    const facts = factsOf(company)
    const before = connection.health
    const isNew =
      before?.toWake === true ||
      (connection.ledger !== undefined && !isDeepStrictEqual(connection.ledger, facts))
    const health = { checkedAt, ok: true, documents: company.documents }
    await remember({
      ...identityOf(company),
      ledger: facts,
      ...((company.purchaseTaxRates ?? company.taxCodes) === undefined
        ? {}
        : { imported: { ...connection.imported, 'tax-rates': checkedAt } }),
      // Until what was held is woken nobody has looked: whoever dies in between leaves it to the next look.
      health: isNew ? { ...health, checkedAt: before?.checkedAt ?? checkedAt, toWake: true } : health,
    })
    if (isNew) {
      await ports.wake(which.scope, connection.id)
      await remember({ health })
    }
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    await remember({ health: failedLook(connection.health, { checkedAt, message: error.message }) })
  }
  return findConnection(ports, which)
}

function factsOf({
  currency,
  currencies,
  purchaseTax,
  taxCodes,
  purchaseTaxRates,
  accountTaxRates,
  closedThrough,
  subscriptionEnded,
  documents,
  subsidiaries,
}: LedgerCompany): LedgerFacts {
  return {
    currency,
    ...(currencies === undefined ? {} : { currencies }),
    ...(purchaseTax === undefined ? {} : { purchaseTax }),
    ...(taxCodes === undefined ? {} : { taxCodes }),
    ...(purchaseTaxRates === undefined ? {} : { purchaseTaxRates }),
    ...(accountTaxRates === undefined ? {} : { accountTaxRates }),
    ...(subsidiaries === undefined ? {} : { subsidiaries }),
    ...(closedThrough === undefined ? {} : { closedThrough }),
    ...(subscriptionEnded === undefined ? {} : { subscriptionEnded }),
    documents: Object.fromEntries(
      Object.entries(documents).flatMap(([kind, there]) => (there === undefined ? [] : [[kind, there]])),
    ),
  }
}

function identityOf(company: LedgerCompany) {
  return { ledgerCompanyName: company.name, currency: company.currency }
}
