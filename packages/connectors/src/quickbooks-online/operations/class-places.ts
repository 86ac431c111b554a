import { type LedgerDocument, NotAllowed, type Operation } from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { readRequest } from '../requests.ts'
import type { ClassPlaces } from '../translate.ts'
import { OnePreferences } from '../wire.ts'

/** Asked only when the document has a class: the company decides whether classes stand above or on the lines. */
export function* classPlaces(document: LedgerDocument): Operation<ClassPlaces> {
  const hasClass = document.class !== undefined || document.lines.some((line) => line.class !== undefined)
  if (!hasClass) return { header: false, lines: false }
  const { Preferences } = yield* exchange(readRequest('preferences', 'preferences'), OnePreferences)
  const { ClassTrackingPerTxn, ClassTrackingPerTxnLine } = Preferences.AccountingInfoPrefs ?? {}
  const places = { header: ClassTrackingPerTxn === true, lines: ClassTrackingPerTxnLine === true }
  if (places.header || places.lines) return places
  throw new NotAllowed(
    'This QuickBooks company does not track classes. Turn class tracking on in its account settings, or unmap Class in the sync step.',
    { params: { record: 'class' } },
  )
}
