import type { DocumentCapability } from '@fieldledger/accounting'
import type { FileReference } from '@fieldledger/forms'
import { expect, test } from 'vitest'
import { draftDocument } from '../drafting/draft-document.ts'
import { orderInputs, pipe } from '../testing/order-inputs.ts'

const order = orderInputs([pipe])
const file = (name: string, size = 3): FileReference => ({
  ...{ id: name, name, size, contentType: 'application/octet-stream' },
})

/** An order with these files, before a ledger that takes such files. */
function withFiles(names: FileReference[], files: DocumentCapability['files']) {
  const { connection, content, submission } = order
  const { documents } = connection.capabilities
  const there = { ...Object(documents['purchase-order']), files }
  const capabilities = { ...connection.capabilities, documents: { 'purchase-order': there } }
  const field = { kind: 'attachments', id: 'f_files1', label: 'Photos' } as const
  return draftDocument({
    ...order,
    connection: { ...connection, capabilities },
    content: { ...content, fields: [...content.fields, field] },
    submission: { ...submission, values: { ...submission.values, f_files1: names } },
  })
}

test('G-23 a file that the ledger does not take is told before the form is sent, which goes without it', () => {
  const files = [file('scan.pdf'), file('photos.ZIP'), file('film.mov', 11_000_000), file('late.pdf')]
  const { document, problems } = withFiles(files, { most: 3, bytes: 10_000_000, refuses: ['zip'] })
  expect(document).toBeDefined()
  expect(problems.map(({ code, severity, params }) => [code, severity, params?.file])).toEqual([
    ['file-not-taken', 'warning', 'photos.ZIP'],
    ['file-not-taken', 'warning', 'film.mov'],
    ['file-not-taken', 'warning', 'late.pdf'],
  ])
  expect(problems.map(({ message }) => message)).toEqual([
    '“photos.ZIP” stays on the form and does not go with the document: The Ledger takes no zip files. Attach what is in it, each file by itself.',
    '“film.mov” stays on the form and does not go with the document: The Ledger takes at most 10 MB of a file. Make it smaller.',
    '“late.pdf” stays on the form and does not go with the document: The Ledger takes at most 3 files of a document.',
  ])
})

test('what it takes, and what a ledger without files is not promised, is not spoken of', () => {
  expect(withFiles([file('scan.pdf'), file('zip')], { bytes: 3, refuses: ['zip'] }).problems).toEqual([])
  expect(withFiles([file('photos.zip')], undefined).problems).toEqual([])
})

test('where the ledger is sent no files the preview says that they stay here, and nothing stands against sending', () => {
  const { notes, problems } = withFiles([file('scan.pdf'), file('late.pdf')], undefined)
  expect(notes).toContain('The Ledger is sent no files: the 2 files of the form stay here.')
  expect(problems).toEqual([])
  expect(withFiles([file('scan.pdf')], undefined).notes).toContain(
    'The Ledger is sent no files: the file of the form stays here.',
  )
  expect(withFiles([], undefined).notes).toEqual([])
  expect(withFiles([file('scan.pdf')], { bytes: 10_000_000 }).notes).toEqual([])
})
