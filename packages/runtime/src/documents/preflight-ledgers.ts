import type { Money } from '@fieldledger/accounting'
import type { Submission } from '@fieldledger/forms'
import {
  type CompanyScope,
  type ConnectionSummary,
  type DocumentDraft,
  documentForForm,
  type FieldMapping,
  type Problem,
} from '@fieldledger/workflow'
import type { Runtime } from '../ports/runtime.ts'
import { allProblems } from './all-problems.ts'
import { draftedParts } from './drafted-parts.ts'
import { fixedThere } from './fixed-there.ts'
import { mappingFor } from './mapping-for.ts'
import { paperBeforeSending } from './paper-before-sending.ts'

/** What would stop the form before one ledger; the contract's LedgerPreflight. */
export interface LedgerPreflight {
  connectionId: string
  connectionName: string
  providerLabel: string
  documentLabel: string
  problems: Problem[]
  /** Where it becomes more than one document. */
  orders?: PlannedOrder[]
}

interface PlannedOrder {
  vendor: string
  lines: number
  total: Money
}

export interface PreflightLedgers {
  runtime: Runtime
  scope: CompanyScope
  submission: Submission
  connections: readonly ConnectionSummary[]
  /** Nothing is asked of a ledger: its classes, terms and employees are not looked at. */
  ownBooksOnly?: boolean
}

/** What would hold the form before each of these ledgers; a ledger that it is not mapped for says nothing. */
export async function preflightLedgers(input: PreflightLedgers): Promise<LedgerPreflight[]> {
  const { runtime, scope, submission } = input
  const documentKind = documentForForm(submission.formType)
  if (documentKind === undefined) return []
  const look = async (connection: ConnectionSummary): Promise<LedgerPreflight[]> => {
    const found = await mappingFor(runtime, { scope, submission, connection })
    if (found === undefined) return []
    const mapping = input.ownBooksOnly ? withoutLists(found.mapping) : found.mapping
    const { unlinkedItems } = found
    const request = { connectionId: connection.id, documentKind, mapping, unlinkedItems }
    const place = { runtime, scope, submission, request, connection, look: true }
    const { first, others } = await draftedParts(place)
    const fixed = input.ownBooksOnly ? [] : await fixedThere(place, first)
    const typedIn = input.ownBooksOnly ? [] : await paperBeforeSending(place, first)
    const { documentLabel } = first
    const problems = [...fixed, ...allProblems([first, ...others]), ...typedIn]
    const { id: connectionId, name: connectionName, providerLabel } = connection
    const row = { connectionId, connectionName, providerLabel, documentLabel, problems }
    return [others.length === 0 ? row : { ...row, orders: [first, ...others].map(planned) }]
  }
  return (await Promise.all(input.connections.map(look))).flat()
}

function withoutLists(mapping: FieldMapping): FieldMapping {
  const {
    class: _class,
    department: _ours,
    location: _where,
    terms: _terms,
    employee: _who,
    ...rest
  } = mapping
  return rest
}

function planned({ vendor, lines, total }: DocumentDraft): PlannedOrder {
  return { vendor: vendor?.name ?? '', lines: lines.length, total }
}
