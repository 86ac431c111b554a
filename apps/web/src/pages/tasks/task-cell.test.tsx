// @vitest-environment jsdom
import type { TaskView } from '@fieldledger/contract'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { showPage } from '../../testing/show-page.tsx'
import { messages } from '../submission/messages.ts'
import { TaskCell } from './task-cell.tsx'

afterEach(cleanup)

const problem = (code: string, message: string) => ({ code, severity: 'error', message }) as const

test('a task that holds a document says why in its row', () => {
  const problems = [problem('vendor-not-linked', '"Acme" is not linked: link it.'), problem('b', 'Other.')]
  const task = { title: 'Held before The Ledger', submission: { number: 'PO-7' }, problems }
  showPage(<TaskCell task={task as unknown as TaskView} />)
  expect(screen.getByText('PO-7 · Held before The Ledger')).toBeDefined()
  expect(screen.getByText('"Acme" is not linked: link it. (and one more reason)')).toBeDefined()
})

test('a form that is called as what is done with it is said once on its button', () => {
  const { make } = messages.links
  expect([make('bill', 'Bill'), make('bill', 'Invoice'), make('receipt', 'Receipt')]).toEqual([
    'Bill',
    'Bill: Invoice',
    'Receive: Receipt',
  ])
})
