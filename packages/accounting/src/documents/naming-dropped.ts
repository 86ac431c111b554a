import type { DocumentLine, LedgerDocument } from './ledger-document.ts'

type Marks = Pick<DocumentLine, 'class' | 'project'>

/** The document with what `before`, our version that the ledger took last, said and it does not say any more. */
export function namingDropped(document: LedgerDocument, before: LedgerDocument): LedgerDocument {
  const { class: mark } = gone(document, before)
  const dropped = {
    ...(before.memo && !document.memo ? { memo: before.memo } : {}),
    ...(before.shipTo && !document.shipTo ? { shipTo: before.shipTo } : {}),
    ...(before.terms && !document.terms ? { terms: before.terms } : {}),
    ...(mark === undefined ? {} : { class: mark }),
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

function marksIn({ class: mark, project }: Marks): Marks {
  return { ...(mark === undefined ? {} : { class: mark }), ...(project === undefined ? {} : { project }) }
}

function gone(now: Marks, before: Marks): Marks {
  const isGone = (mark: keyof Marks) => before[mark]?.id !== now[mark]?.id
  return marksIn({
    ...(isGone('class') && before.class !== undefined ? { class: before.class } : {}),
    ...(isGone('project') && before.project !== undefined ? { project: before.project } : {}),
  })
}

function isEmpty(object: object): boolean {
  return Object.keys(object).length === 0
}
