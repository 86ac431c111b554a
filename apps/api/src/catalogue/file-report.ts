import type { PlannedFileRow } from '@fieldledger/catalogue'
import type { FileImportAnswer } from '@fieldledger/contract'
import type { CompanyScope } from '@fieldledger/workflow'
import { csvText } from '../csv/csv-text.ts'
import type { LedgerDoors } from '../ledgers/ledger-doors.ts'

type Rows = readonly PlannedFileRow[]

const mostShown = 500
const order = ['bad', 'changed', 'new'] as const
const words = { new: 'New', changed: 'Changed', unchanged: 'Unchanged', bad: 'Not taken over' } as const

export function countsOf(rows: Rows): FileImportAnswer['counts'] {
  const counts = { new: 0, changed: 0, unchanged: 0, bad: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return counts
}

/** What somebody must look at first; the whole stands in the report. */
export function rowsToShow(rows: Rows): FileImportAnswer['rows'] {
  return order
    .flatMap((outcome) => rows.filter((row) => row.outcome === outcome))
    .slice(0, mostShown)
    .map(({ line, outcome, name, changes, reason }) => ({
      line,
      outcome,
      name,
      changes: changes.map(({ heading, from, to }) => ({ heading, from, to })),
      ...(reason === undefined ? {} : { reason }),
    }))
}

/** Kept, so that whoever left the page finds it again. */
export async function keepReport(
  { imports, catalogue }: Pick<LedgerDoors, 'imports' | 'catalogue'>,
  done: {
    scope: CompanyScope
    person: { id: string; name: string }
    list: string
    fileName: string
    rows: Rows
  },
): Promise<string> {
  const { scope, person, list, fileName, rows } = done
  const id = catalogue.newId()
  await imports.keep({
    id,
    companyId: scope.companyId,
    list,
    fileName,
    by: { id: person.id, name: person.name },
    at: catalogue.clock.now(),
    counts: countsOf(rows),
    file: Buffer.from(csvText(rows.map(reportRow), ['Line', 'Name', 'Outcome', 'Changes', 'Reason'])),
  })
  return id
}

function reportRow({ line, name, outcome, changes, reason }: PlannedFileRow): Record<string, unknown> {
  return {
    Line: line,
    Name: name,
    Outcome: words[outcome],
    Changes: changes.map(({ heading, from, to }) => `${heading}: ${from || '–'} → ${to || '–'}`).join('\n'),
    Reason: reason ?? '',
  }
}
