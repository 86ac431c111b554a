// @vitest-environment jsdom
import type { LinkedFormView, SubmissionLinks } from '@fieldledger/contract'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { serveAnswers } from '../../testing/serve-answers.ts'
import { showPage } from '../../testing/show-page.tsx'
import { LinksPanel } from './links-panel.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const total = { minor: 10_000, currency: 'USD' }
const receipt: LinkedFormView = {
  ...{ id: 'r1', number: 'RC-1', formName: 'Receipt', total },
  formType: 'receipt',
  status: 'approved',
}
const line = { rowId: 'l1', description: 'Stud', ordered: '12', received: '12', billed: '12' }

async function show(progress: Partial<SubmissionLinks['progress'][number]>): Promise<string[]> {
  const remaining = { toReceive: '0', toBill: '0' }
  const links: SubmissionLinks = {
    ...{ madeFrom: null, made: [receipt], next: [] },
    progress: [{ ...line, ...remaining, ...progress }],
  }
  serveAnswers(() => links)
  showPage(<LinksPanel submissionId="s1" />)
  await screen.findByText('Stud')
  return screen.queryAllByRole('alert').map(({ textContent }) => textContent ?? '')
}

const overReceived = 'More was received than ordered: check the receipts, or revise the order.'
const overBilled = 'More was billed than ordered: check the bills before they are paid.'

test('an order of which more came, or was billed, than was ordered says so; one that fits says nothing', async () => {
  expect(await show({})).toEqual([])
  cleanup()
  expect(await show({ received: '15', toReceive: '-3' })).toEqual([overReceived])
  cleanup()
  expect(await show({ billed: '12.5', toBill: '-0.5' })).toEqual([overBilled])
  cleanup()
  expect(await show({ toReceive: '-1', toBill: '-1' })).toEqual([overReceived, overBilled])
})
