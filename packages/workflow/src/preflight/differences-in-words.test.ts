import { sampleDocument } from '@fieldledger/accounting/testing'
import { expect, test } from 'vitest'
import { differencesInWords } from './differences-in-words.ts'

test('G-24 one that was typed in there by hand is not another one for having no way back to a form', () => {
  const { memo: _none, ...said } = sampleDocument({ number: 'PO-1' })
  const theirs = { ...said, reference: { id: '9' }, status: 'open' as const, memo: 'By hand' }
  const ours = { ...said, backLink: 'https://forms.example.com/submissions/s1' }
  expect(differencesInWords(ours, theirs)).toBe('')
  expect(differencesInWords({ ...said, memo: 'Gate 3' }, theirs)).toBe('Memo: Gate 3 here, By hand there')
})
