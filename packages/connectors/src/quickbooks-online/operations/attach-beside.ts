import type {
  LedgerFile,
  NotTaken,
  Operation,
  OperationContext,
  OperationPlan,
} from '@fieldledger/accounting'
import { refusalOf, refusalOfFile, withOwnNames } from '../../files-beside.ts'
import { capabilities } from '../capabilities.ts'
import { classify } from '../errors.ts'
import { exchange } from '../read-answer.ts'
import { attachedNote, attachedTo, uploadRequest } from '../requests.ts'
import { type Attachable, Attachables, OneAttachable, Uploaded } from '../wire-attachable.ts'
import { recordOf } from './record-of.ts'

interface Place {
  /** What they stand beside, as the service names it. */
  type: string
  id: string
  context: OperationContext
}

/**
 * Notes and files are Attachables beside the document. What is there already, from an earlier try or an earlier
 * revision, is not written once more; what was written is looked at once more, and told if it is not there.
 */
export const attachBeside: OperationPlan<'document.attach'> = function* (beside, context) {
  const { kind, reference, notes } = beside
  const place = { type: recordOf(kind).entity, id: reference.id, context }
  const files = withOwnNames(beside.files, /[\r\n]/g)
  const there = yield* attachables('beside', place)
  const missing = {
    notes: [...new Set(notes)].filter((note) => !there.some(isNote(note))),
    files: files.filter((file) => !there.some(isFile(file))),
  }
  if (missing.notes.length + missing.files.length === 0) return { notTaken: [] }
  const notTaken: NotTaken[] = []
  for (const note of missing.notes) notTaken.push(...(yield* refusalOf(note, addNote(note, place))))
  const taken = capabilities.documents[kind]?.files ?? { bytes: 0 }
  for (const file of missing.files) {
    const rule = { position: files.indexOf(file), ledger: 'QuickBooks', files: taken }
    notTaken.push(...(yield* refusalOfFile(file, { ...rule, uploading: upload(file, place) })))
  }
  return {
    notTaken: [...notTaken, ...lost(missing, { notTaken, now: yield* attachables('beside-after', place) })],
  }
}

function* attachables(step: string, place: Place): Operation<Attachable[]> {
  return (yield* exchange(attachedTo(step, place), Attachables)).QueryResponse.Attachable ?? []
}

function* addNote(note: string, place: Place): Operation<void> {
  yield* exchange(attachedNote('note', { ...place, note }), OneAttachable)
}

/** A refusal of one file stands inside an answer 200. */
function* upload(file: LedgerFile, place: Place): Operation<void> {
  const { AttachableResponse } = yield* exchange(uploadRequest('file', { ...place, file }), Uploaded)
  for (const body of AttachableResponse) {
    const refused = 'Fault' in body ? classify({ status: 400, headers: {}, body }) : null
    if (refused !== null) throw refused
  }
}

function lost(
  { notes, files }: { notes: string[]; files: LedgerFile[] },
  { notTaken, now }: { notTaken: NotTaken[]; now: Attachable[] },
): NotTaken[] {
  return [
    ...notes.filter((note) => !now.some(isNote(note))),
    ...files.filter((file) => !now.some(isFile(file))).map(({ name }) => name),
  ]
    .filter((what) => !notTaken.some((told) => told.what === what))
    .map((what) => ({
      what,
      why: 'QuickBooks took it, but it does not stand beside the document. Attach it there.',
    }))
}

const isNote = (note: string) => (there: Attachable) => there.FileName === undefined && there.Note === note

const isFile =
  ({ name, size }: LedgerFile) =>
  ({ FileName, Size = size }: Attachable) =>
    FileName === name && Number(Size) === size
