import { type Page, pageOf } from '@fieldledger/contract'
import type { CompanyScope } from '@fieldledger/workflow'
import { DateTime } from 'luxon'
import { Type } from 'typebox'
import { recordNames } from '../audit/record-names.ts'
import { type CsvColumns, streamCsv } from '../csv/stream-csv.ts'
import { defineRoute } from '../router/define-route.ts'
import type { Route } from '../router/route.ts'
import type { Company, Services } from '../services.ts'

const AuditView = Type.Object({
  id: Type.String(),
  at: Type.String(),
  who: Type.String(),
  what: Type.String(),
  target: Type.Union([Type.String(), Type.Null()]),
  /** What people call it. */
  targetName: Type.Union([Type.String(), Type.Null()]),
  result: Type.String(),
  before: Type.Optional(Type.Unknown()),
  after: Type.Optional(Type.Unknown()),
})
type AuditView = Type.Static<typeof AuditView>

const text = Type.Optional(Type.String({ maxLength: 300 }))
const day = Type.Optional(Type.String({ format: 'date' }))
const filters = { q: text, who: text, target: text, from: day, to: day }
const Filters = Type.Object({ ...filters, cursor: text })
type Filters = Type.Static<typeof Filters>

const pageRows = 100
const results = { done: 'Done', refused: 'Refused', unknown: 'Not known yet' }

export function auditRoutes(services: Pick<Services, 'audit' | 'runtime' | 'forms' | 'connectors'>): Route[] {
  const { audit, connectors } = services
  /** A ledger is written down by its id and told by its name. */
  const inWords = (what: string) =>
    connectors.reduce((text, { id, label }) => text.replaceAll(id, label), what)
  async function read(
    { scope, company }: { scope: CompanyScope; company: Company },
    { q, who, target, from, to, cursor }: Filters,
  ): Promise<Page<AuditView>> {
    const startOf = (date: string, after = 0) =>
      DateTime.fromISO(date, { zone: company.timeZone }).plus({ days: after }).toJSDate()
    const found = await audit.list(scope, {
      limit: pageRows,
      ...(q === undefined ? {} : { search: q }),
      ...(who === undefined ? {} : { by: who }),
      ...(target === undefined ? {} : { record: target }),
      ...(from === undefined ? {} : { from: startOf(from) }),
      ...(to === undefined ? {} : { to: startOf(to, 1) }),
      ...(cursor === undefined ? {} : { before: cursor }),
    })
    const last = found.at(-1)
    const names = await recordNames(services, { scope, ids: found.flatMap(({ record }) => record ?? []) })
    const rows = found.map(({ by, record, at, result, reason, ...entry }) => ({
      ...entry,
      what: inWords(entry.what),
      at: at.toISOString(),
      who: by.name,
      target: record ?? null,
      targetName: names.get(record ?? '') ?? null,
      result: reason === undefined ? results[result] : `${results[result]}: ${reason}`,
    }))
    return { rows, ...(found.length === pageRows && last ? { next: last.id } : {}) }
  }

  return [
    defineRoute({
      method: 'GET',
      path: '/audit',
      policy: 'audit.read',
      summary: 'Lists who did what',
      query: Filters,
      answer: pageOf(AuditView),
      handler: (call) => read(call, call.query),
    }),
    defineRoute({
      method: 'GET',
      path: '/audit.csv',
      policy: 'audit.read',
      summary: 'Lists who did what as a CSV file',
      query: Type.Object(filters),
      answer: { bytes: 'text/csv' },
      handler: (call) =>
        streamCsv(call.reply, {
          name: 'audit.csv',
          columns: csvColumns,
          read: (from) => read(call, { ...call.query, ...from }),
        }),
    }),
  ]
}

const csvColumns: CsvColumns<AuditView> = {
  When: ({ at }) => at,
  Who: ({ who }) => who,
  What: ({ what }) => what,
  Record: ({ targetName }) => targetName,
  'Record id': ({ target }) => target,
  Result: ({ result }) => result,
  Before: ({ before }) => (before === undefined ? '' : JSON.stringify(before)),
  After: ({ after }) => (after === undefined ? '' : JSON.stringify(after)),
}
