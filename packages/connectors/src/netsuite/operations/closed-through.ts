import { DocumentRejected, type Operation } from '@fieldledger/accounting'
import { rowsOf } from '../read-answer.ts'
import { cellText, isYes } from '../row.ts'
import { PeriodRow } from '../wire.ts'

const q = `SELECT id, TO_CHAR(enddate, 'YYYY-MM-DD') AS ends, closed, aplocked, alllocked FROM accountingperiod WHERE isyear = 'F' AND isquarter = 'F' AND isadjust = 'F' ORDER BY enddate, id`

/**
 * The end of the last period before which everything is closed to payables. One that was opened again in between leaves
 * the later ones to be refused there. A role that may not see the periods does not tell.
 */
export function* readClosedThrough(): Operation<string | undefined> {
  try {
    const { rows } = yield* rowsOf('periods', { q, row: PeriodRow })
    const open = rows.findIndex(
      ({ closed, aplocked, alllocked }) => !isYes(closed) && !isYes(aplocked) && !isYes(alllocked),
    )
    return cellText(rows.slice(0, open === -1 ? rows.length : open).at(-1)?.ends)
  } catch (error) {
    if (error instanceof DocumentRejected) return undefined
    throw error
  }
}
