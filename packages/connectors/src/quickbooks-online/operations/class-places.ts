import { type LedgerDocument, NotAllowed, type Operation } from '@fieldledger/accounting'
import { exchange } from '../read-answer.ts'
import { readRequest } from '../requests.ts'
import { headIds } from '../tracking-reference.ts'
import type { ClassPlaces } from '../translate.ts'
import { OnePreferences } from '../wire.ts'

/** Asked only when the document has a mark: the company decides whether classes stand above or on the lines, and locations at all. */
export function* classPlaces(document: LedgerDocument): Operation<ClassPlaces> {
  const { classId, locationId } = headIds(document)
  if (classId === undefined && locationId === undefined) return { header: false, lines: false }
  const { Preferences } = yield* exchange(readRequest('preferences', 'preferences'), OnePreferences)
  const { TrackDepartments, ClassTrackingPerTxn, ClassTrackingPerTxnLine } =
    Preferences.AccountingInfoPrefs ?? {}
  if (locationId !== undefined && TrackDepartments !== true) throw notTracked('locations', 'Location')
  const places = { header: ClassTrackingPerTxn === true, lines: ClassTrackingPerTxnLine === true }
  if (classId === undefined || places.header || places.lines) return places
  throw notTracked('classes', 'Class')
}

function notTracked(what: string, target: string): NotAllowed {
  return new NotAllowed(
    `This QuickBooks company does not track ${what}. Turn tracking of ${what} on in its account settings, or unmap ${target} in the sync step.`,
    { params: { record: target.toLowerCase() } },
  )
}
