import type { DocumentLine, LedgerDocument } from './ledger-document.ts'
import { trackingMarks } from './tracking-marks.ts'

type Marks = Pick<DocumentLine, 'class' | 'tracking' | 'project'>

/** The document with what `before`, our version that the ledger took last, said and it does not say any more. */
export function namingDropped(document: LedgerDocument, before: LedgerDocument): LedgerDocument {
  const { project: _onLines, ...marks } = gone(document, before)
  const dropped = {
    ...(before.memo && !document.memo ? { memo: before.memo } : {}),
    ...(before.shipTo && !document.shipTo ? { shipTo: before.shipTo } : {}),
    ...(before.terms && !document.terms ? { terms: before.terms } : {}),
    ...(before.employee && !document.employee ? { employee: before.employee } : {}),
    ...marks,
  }
  const lines = document.lines.map((line, position) => {
    const old = before.lines[position]
    const lost = old === undefined ? {} : gone(marksOf(line, document), marksOf(old, before))
    return isEmpty(lost) ? line : { ...line, dropped: lost }
  })
  return { ...document, ...(isEmpty(dropped) ? {} : { dropped }), lines }
}

/** A line that says none has the document's. */
function marksOf(line: Marks, document: Marks): Marks {
  return { ...marksIn(document), ...marksIn(line) }
}

function marksIn({ class: mark, tracking, project }: Marks): Marks {
  return {
    ...(mark === undefined ? {} : { class: mark }),
    ...(tracking === undefined ? {} : { tracking }),
    ...(project === undefined ? {} : { project }),
  }
}

/** A mark that is named by another field of the form now is not gone. */
function gone(now: Marks, before: Marks): Marks {
  const kept = new Set(trackingMarks(now).map(({ id }) => id))
  const { class: mark, tracking = [], project } = before
  const lost = tracking.filter(({ id }) => !kept.has(id))
  return {
    ...(mark === undefined || kept.has(mark.id) ? {} : { class: mark }),
    ...(lost.length === 0 ? {} : { tracking: lost }),
    ...(project === undefined || project.id === now.project?.id ? {} : { project }),
  }
}

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0
}
