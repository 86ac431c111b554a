import type {
  FilesTaken,
  LedgerFile,
  NotTaken,
  Operation,
  OperationContext,
  OperationPlan,
} from '@fieldledger/accounting'
import { refusalOf, refusalOfFile, withOwnNames } from '../../files-beside.ts'
import { capabilities } from '../capabilities.ts'
import { exchange } from '../read-answer.ts'
import { fileRequest, noteRequest, readRequest } from '../requests.ts'
import { Attachments, History } from '../wire.ts'
import { recordOf } from './record-of.ts'

interface Place {
  path: string
  context: OperationContext
}

/** Reference §2.2: a name may not hold these. */
const forbidden = /[<>:"/\\|?*+]/g

/**
 * Files are attached, and the history says so; notes stand in the history, where nobody can change or remove them. What
 * is there already, from an earlier try or an earlier revision, is not written once more.
 */
export const attachBeside: OperationPlan<'document.attach'> = function* (beside, context) {
  const { kind, reference, notes, files } = beside
  const place = { path: `${recordOf(kind).plural}/${encodeURIComponent(reference.id)}`, context }
  const taken = capabilities.documents[kind]?.files ?? { bytes: 0 }
  const attached = yield* attachMissing(files, { place, taken })
  const told = [...notes, ...attached.names.map((name) => `Attachment: ${name}`)]
  const untold = yield* refusalOf('History & Notes', addMissingNotes(told, place))
  return { notTaken: [...attached.notTaken, ...untold] }
}

function* addMissingNotes(notes: string[], { path, context }: Place): Operation<void> {
  if (notes.length === 0) return
  const history = { path: `${path}/History`, context }
  const { HistoryRecords } = yield* exchange(readRequest('notes', history), History)
  const there = new Set(HistoryRecords.map(({ Details }) => Details))
  const missing = [...new Set(notes)].filter((note) => !there.has(note))
  if (missing.length > 0) yield* exchange(noteRequest('note', { ...history, notes: missing }), History)
}

function* attachMissing(
  files: LedgerFile[],
  { place, taken }: { place: Place; taken: FilesTaken },
): Operation<{ names: string[]; notTaken: NotTaken[] }> {
  if (files.length === 0) return { names: [], notTaken: [] }
  const list = { ...place, path: `${place.path}/Attachments` }
  const there = (yield* exchange(readRequest('attachments', list), Attachments)).Attachments
  const names: string[] = []
  const notTaken: NotTaken[] = []
  for (const [position, file] of withOwnNames(files, forbidden).entries()) {
    const isThere = there.some(({ FileName, ContentLength }) => {
      return FileName === file.name && (ContentLength ?? file.size) === file.size
    })
    if (isThere) {
      names.push(file.name)
      continue
    }
    const uploading = exchange(fileRequest('file', { ...list, file }), Attachments)
    const refused = yield* refusalOfFile(file, { position, ledger: 'Xero', files: taken, uploading })
    if (refused.length === 0) names.push(file.name)
    notTaken.push(...refused)
  }
  return { names, notTaken }
}
