import { sampleDocument } from '@fieldledger/accounting/testing'
import { expect, test } from 'vitest'
import { documentHash } from './content-hash.ts'

test('G-24 a server that moves has nothing changed of what was sent: the way back is no part of what a document says', () => {
  const { memo: _none, ...said } = sampleDocument({ number: 'PO-1' })
  const hashes = ['https://forms.example.com/submissions/s1', 'https://moved.example.com/submissions/s1'].map(
    (backLink) => documentHash({ ...said, backLink }),
  )
  expect(new Set([...hashes, documentHash(said)]).size).toBe(1)
  expect(documentHash({ ...said, memo: 'Gate 3' })).not.toBe(hashes[0])
})
