// @vitest-environment jsdom
import type { DocumentCapability } from '@fieldledger/accounting'
import type { ConnectionView } from '@fieldledger/contract'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { showPage } from '../../testing/show-page.tsx'
import { LedgerDocuments } from './ledger-documents.tsx'

afterEach(cleanup)

/** What the connection's page says of the files of a bill. */
function told(files: DocumentCapability['files']): string {
  const bill = {
    ...{ label: 'Bill', create: true, cancel: 'delete', edits: [], numberLimit: 21, lineLimit: 750 },
    files,
  }
  const connection = { capabilities: { documents: { bill } } } as unknown as ConnectionView
  showPage(<LedgerDocuments connection={connection} />)
  const text = screen.getAllByRole('cell').at(5)?.textContent ?? ''
  cleanup()
  return text
}

test('G-23 the page of a connection says which files go with a document: how many, how large, and of which kind none', () => {
  expect(told({ bytes: 100_000_000, refuses: ['zip'] })).toBe('Files, up to 100 MB each, none of them zip')
  expect(told({ bytes: 25_000_000, most: 10 })).toBe('10 files, up to 25 MB each')
  expect(told(undefined)).toBe('Nothing')
})
