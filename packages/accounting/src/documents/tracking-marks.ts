import type { RemoteReference } from './remote-reference.ts'

interface Marked {
  class?: RemoteReference
  tracking?: readonly RemoteReference[]
}

/** All marks of a line, out of whatever lists the ledger has; a line that says none has the document's. */
export function trackingMarks(line: Marked, document: Marked = {}): RemoteReference[] {
  const { class: mark = document.class, tracking = document.tracking ?? [] } = line
  return [...(mark === undefined ? [] : [mark]), ...tracking]
}
