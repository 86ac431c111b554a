// @vitest-environment jsdom
import type { ConnectionView, ResentForm } from '@fieldledger/contract'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { serveAnswers } from '../../testing/serve-answers.ts'
import { showPage } from '../../testing/show-page.tsx'
import { ResendDrawer } from './resend-drawer.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const unlinked = '"Acme" is not linked with a vendor in The Ledger: link it.'
const connection = { id: 'c1', name: 'Books', providerLabel: 'The Ledger' } as ConnectionView
const row = (id: string, does: ResentForm['does'], message = ''): ResentForm => ({
  ...{ submissionId: id, number: `PO-${id}`, does, message },
})

async function open(rows: readonly ResentForm[]) {
  const asked = serveAnswers(({ path, body }) => {
    if (path.startsWith('/submissions')) {
      const from = Number(new URLSearchParams(path.split('?')[1]).get('cursor') ?? 0)
      const page = rows.slice(from, from + 200).map(({ submissionId: id }) => ({ id }))
      return { rows: page, ...(from + 200 < rows.length ? { next: String(from + 200) } : {}) }
    }
    const { dryRun, submissionIds } = body as { dryRun: boolean; submissionIds: string[] }
    return dryRun
      ? { rows: rows.filter(({ submissionId }) => submissionIds.includes(submissionId)) }
      : { rows: [], batchId: 'b1' }
  })
  showPage(
    <ResendDrawer connection={connection} path="/submissions?notSentTo=c1" onClose={() => undefined} />,
  )
  await screen.findByRole('table')
  return () => asked.filter(({ body }) => (body as { dryRun?: boolean } | undefined)?.dryRun === false)
}

test('S1-27 the button says how many will really go, and sends those alone; causes say why the others will not', async () => {
  const rows = [
    row('1', 'send'),
    row('2', 'hold', unlinked),
    row('3', 'hold', unlinked),
    row('4', 'skip', '77'),
  ]
  const sent = await open(rows)
  expect(screen.getByText('1 of 4 will go. 3 will not:')).toBeDefined()
  const causes = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(causes).toEqual([`2 × ${unlinked}`, '1 × Is there already.'])
  await userEvent.click(screen.getByRole('button', { name: 'Send 1' }))
  expect(sent().map(({ body }) => body)).toEqual([{ submissionIds: ['1'], dryRun: false }])
})

test('S1-27 where all are held nothing can be sent, and they are put where they are cured together', async () => {
  const sent = await open([row('1', 'hold', unlinked), row('2', 'hold', unlinked)])
  expect(screen.getByText('None of the 2 will go:')).toBeDefined()
  expect(screen.getByRole('button', { name: 'Nothing to send' })).toHaveProperty('disabled', true)
  await userEvent.click(screen.getByRole('button', { name: 'Have 2 cured' }))
  expect(sent().map(({ body }) => body)).toEqual([{ submissionIds: ['1', '2'], dryRun: false }])
})

test('more than one request foresees all the same, and one click sends them all', async () => {
  const rows = Array.from({ length: 210 }, (_, at) => row(String(at), at < 10 ? 'skip' : 'send'))
  const sent = await open(rows)
  expect(screen.getByText('200 of 210 will go. 10 will not:')).toBeDefined()
  await userEvent.click(screen.getByRole('button', { name: 'Send 200' }))
  expect(sent().map(({ body }) => (body as { submissionIds: string[] }).submissionIds.length)).toEqual([200])
})
