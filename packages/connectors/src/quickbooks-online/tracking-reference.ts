import { type LedgerDocument, type RemoteReference, trackingMarks } from '@fieldledger/accounting'

const location = 'location:'

/** Classes and locations are two lists there, of which each counts its ids by itself: a location's says what it is. */
export function locationReference(id: string): string {
  return `${location}${id}`
}

/** The ids there of what a line or a document is marked with. */
export function idsThere(marks: readonly RemoteReference[]): { classId?: string; locationId?: string } {
  const classId = marks.find(({ id }) => !id.startsWith(location))?.id
  const locationId = marks.find(({ id }) => id.startsWith(location))?.id.slice(location.length)
  return {
    ...(classId === undefined ? {} : { classId }),
    ...(locationId === undefined ? {} : { locationId }),
  }
}

/** A head has one of each: ours stand on its lines, all alike. */
export function headIds(document: LedgerDocument): { classId?: string; locationId?: string } {
  return idsThere([document, ...document.lines].flatMap((marked) => trackingMarks(marked)))
}
