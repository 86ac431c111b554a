// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { approvedOrder } from '../../testing/approved-order.ts'
import { serveAnswers } from '../../testing/serve-answers.ts'
import { fieldUser, showPage } from '../../testing/show-page.tsx'
import { SubmissionButtons } from './submission-buttons.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const admin = { ...fieldUser, permissions: [...fieldUser.permissions, 'connection.manage' as const] }
const books = { connectionId: 'c1', providerLabel: 'Some Ledger', ready: true }

test('why nothing was sent stays at its button, with the way to what cures it', async () => {
  const refusal = { title: 'Nothing to send', detail: 'It has no mapping.', code: 'nothing-to-send' }
  serveAnswers(({ path }) =>
    path.endsWith('/send')
      ? new Response(JSON.stringify({ ...refusal, status: 409 }), { status: 409 })
      : { madeFrom: null, made: [], progress: [], next: [] },
  )
  showPage(<SubmissionButtons submission={{ ...approvedOrder, allowed: ['send'], sendTargets: [books] }} />, {
    me: admin,
  })
  await userEvent.click(screen.getByRole('button', { name: 'Send to Some Ledger' }))
  expect((await screen.findByRole('alert')).textContent).toContain('It has no mapping.')
  expect(screen.getByRole('link', { name: 'Open What is sent' }).getAttribute('href')).toBe(
    '/connections/c1?tab=sending',
  )
})

test('what a ledger cannot take is written under its button, where a finger reads it too; what arrives is received before it is billed', async () => {
  const form = { values: {}, formName: 'Paper' }
  serveAnswers(() => ({
    madeFrom: null,
    made: [],
    progress: [],
    next: [
      { ...form, formId: 'b', formType: 'bill' },
      { ...form, formId: 'r', formType: 'receipt' },
    ],
  }))
  const sendTargets = [{ ...books, ready: false, reason: 'Some Ledger has no such document.' }]
  showPage(<SubmissionButtons submission={{ ...approvedOrder, allowed: ['send'], sendTargets }} />)
  expect(screen.getByText('Some Ledger has no such document.')).toBeTruthy()
  await screen.findByRole('link', { name: 'Bill: Paper' })
  const next = screen.getAllByRole('link', { name: /: Paper$/ }).map(({ textContent }) => textContent)
  expect(next).toEqual(['Receive: Paper', 'Bill: Paper'])
})

test('a change that the ledger would not take in is not sent: the button is grey, says why, and looks again when asked', async () => {
  const sentence =
    'Bill B-1 is paid in Some Ledger, so the changes are not taken in there. Take it back there.'
  let paid = true
  const sent: string[] = []
  serveAnswers(({ path }) => {
    if (path.endsWith('/send')) sent.push(path)
    if (!path.endsWith('/preflight')) return { madeFrom: null, made: [], progress: [], next: [] }
    const problems = paid ? [{ code: 'fixed-there', severity: 'error', message: sentence }] : []
    return { rows: [{ ...books, connectionName: 'Books', documentLabel: 'Bill', problems }] }
  })
  showPage(<SubmissionButtons submission={{ ...approvedOrder, allowed: ['send'], sendTargets: [books] }} />)
  expect(await screen.findByText(sentence)).toBeTruthy()
  const button = screen.getByRole('button', { name: 'Send to Some Ledger' })
  expect(button.getAttribute('aria-disabled')).toBe('true')
  await userEvent.click(button)
  expect(sent).toEqual([])
  paid = false
  await userEvent.click(screen.getByRole('button', { name: 'Look again in Some Ledger' }))
  await expect.poll(() => button.getAttribute('aria-disabled')).toBe('false')
  await userEvent.click(button)
  expect(sent).toHaveLength(1)
})
