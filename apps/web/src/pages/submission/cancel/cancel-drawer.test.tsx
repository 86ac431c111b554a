// @vitest-environment jsdom
import type { CancelForeseen, CancelRequest, LedgerState } from '@fieldledger/contract'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { approvedOrder } from '../../../testing/approved-order.ts'
import { serveAnswers } from '../../../testing/serve-answers.ts'
import { showPage } from '../../../testing/show-page.tsx'
import { CancelDrawer } from './cancel-drawer.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const books: LedgerState = {
  connectionId: 'c1',
  provider: 'some-ledger',
  providerLabel: 'Some Ledger',
  documentLabel: 'Purchase Order',
  environment: 'practice',
  state: 'verified',
  effectId: 'e1',
  number: 'PO-1',
  remoteId: '9',
  changesNotSent: false,
  at: '2026-11-23T20:00:00.000Z',
}

/** The drawer over an order that stands so; what was asked for in the end. */
async function cancelled(
  foreseen: Partial<CancelForeseen>,
  choose: () => Promise<void>,
): Promise<CancelRequest> {
  const asked: CancelRequest[] = []
  serveAnswers(({ path, body }) => {
    if (path.endsWith('/effects/e1/cancel')) return { number: 'PO-1', ...foreseen }
    if (path.endsWith('/cancel')) asked.push(body as CancelRequest)
    return {}
  })
  showPage(
    <CancelDrawer submission={{ ...approvedOrder, ledger: [books] }} opened onClose={() => undefined} />,
  )
  await userEvent.type(await screen.findByLabelText(/^Reason/), 'Called off')
  await choose()
  await userEvent.click(screen.getByText('Cancel the form'))
  await expect.poll(() => asked).toHaveLength(1)
  return asked[0] as CancelRequest
}

test('G-13 an order is closed with its form, or deleted by choice; left alone it is neither', async () => {
  const open = { becomes: 'closed', orDeleted: true } as const
  const asked = await cancelled(open, async () => {
    expect(await screen.findByLabelText('Also close Purchase Order PO-1 in Some Ledger')).toBeTruthy()
  })
  expect(asked).toMatchObject({ removeFromLedger: true, deleteIn: [] })
  cleanup()
  const deleting = await cancelled(open, async () => {
    await userEvent.click(await screen.findByLabelText('Delete it'))
    expect(screen.getByLabelText('Also delete Purchase Order PO-1 in Some Ledger')).toBeTruthy()
  })
  expect(deleting).toMatchObject({ removeFromLedger: true, deleteIn: ['c1'] })
  cleanup()
  const leaving = await cancelled(open, async () => {
    await userEvent.click(await screen.findByLabelText('Delete it'))
    await userEvent.click(screen.getByLabelText('Also delete Purchase Order PO-1 in Some Ledger'))
    expect(screen.queryByLabelText('Delete it')).toBeNull()
  })
  expect(leaving).toMatchObject({ removeFromLedger: false, deleteIn: [] })
})

test('G-13 what is closed there already may be deleted; what a bill counts on offers no choice', async () => {
  const closed = { becomes: 'closed-already', orDeleted: true } as const
  const asked = await cancelled(closed, async () => {
    expect(await screen.findByText('Purchase Order PO-1 is closed in Some Ledger already.')).toBeTruthy()
    await userEvent.click(screen.getByLabelText('Also delete Purchase Order PO-1 in Some Ledger'))
  })
  expect(asked).toMatchObject({ removeFromLedger: false, deleteIn: ['c1'] })
  cleanup()
  const refused = await cancelled({ becomes: 'refused', refused: 'It is linked to a bill.' }, async () => {
    expect(await screen.findByText('It is linked to a bill.')).toBeTruthy()
    expect([screen.queryByLabelText('Delete it'), screen.queryByLabelText(/^Also/)]).toEqual([null, null])
  })
  expect(refused).toMatchObject({ removeFromLedger: false, deleteIn: [] })
})

test('G-13 opened again, the dialog proposes closing anew; the reason that was typed is kept', async () => {
  serveAnswers(({ path }) =>
    path.endsWith('/effects/e1/cancel') ? { number: 'PO-1', becomes: 'closed', orDeleted: true } : {},
  )
  showPage(<OpenedByButton />)
  const open = () => userEvent.click(screen.getByText('Open'))
  await open()
  await userEvent.type(await screen.findByLabelText(/^Reason/), 'Called off')
  await userEvent.click(await screen.findByLabelText('Delete it'))
  await userEvent.click(screen.getByText('Keep it'))
  await open()
  const close = await screen.findByLabelText<HTMLInputElement>('Close it')
  const reason = screen.getByLabelText<HTMLTextAreaElement>(/^Reason/)
  expect([close.checked, reason.value]).toEqual([true, 'Called off'])
})

function OpenedByButton() {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        {'Open'}
      </button>
      <CancelDrawer
        submission={{ ...approvedOrder, ledger: [books] }}
        opened={opened}
        onClose={() => setOpened(false)}
      />
    </>
  )
}
