// @vitest-environment jsdom
import type { WaitingRunsView } from '@fieldledger/contract'
import { cleanup, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { type Asked, serveAnswers } from '../../testing/serve-answers.ts'
import { showPage } from '../../testing/show-page.tsx'
import { WaitingFormsDialog } from './waiting-forms-dialog.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const place = { formId: 'form-1', workflowId: 'form-1' }
const waiting = (runId: string, would: Partial<WaitingRunsView['rows'][number]>) => ({
  ...{ runId, submissionId: `of-${runId}`, number: `PO-${runId}`, version: 2, stands: ['Approval'] },
  ...would,
})
const first = {
  latestVersion: 3,
  total: 4,
  next: 'after-3',
  rows: [
    waiting('1', { wouldStand: ['Approval'] }),
    waiting('2', { wouldStand: ['Approval of the owner'] }),
    waiting('3', { refused: 'Version 3 has no step "Approval".' }),
  ],
}
const second = { latestVersion: 3, total: 4, rows: [waiting('4', { wouldStand: ['Approval'] })] }

function open(move: (asked: Asked) => Response | object = () => ({ moved: 2 })) {
  const onClose = vi.fn()
  const asked = serveAnswers((request) => {
    if (request.method === 'POST') return move(request)
    return request.path.includes('cursor=after-3') ? second : first
  })
  showPage(<WaitingFormsDialog place={place} onClose={onClose} />)
  return { asked, onClose }
}

const boxOf = async (number: string) =>
  (await screen.findByRole('checkbox', { name: number })) as HTMLInputElement
const rowOf = async (number: string) => within((await boxOf(number)).closest('tr') as HTMLElement)
const moves = (asked: readonly Asked[]) => asked.filter(({ method }) => method === 'POST')

test('each form under way says where it stands, where it would stand, or why it has to stay', async () => {
  open()
  expect(await screen.findByText('Move forms under way to version 3')).toBeTruthy()
  expect((await rowOf('PO-2')).getByText('Approval of the owner')).toBeTruthy()
  expect((await rowOf('PO-3')).getByText('Stays: Version 3 has no step "Approval".')).toBeTruthy()
  expect([(await boxOf('PO-3')).checked, (await boxOf('PO-3')).disabled]).toEqual([false, true])
  expect(screen.getByText('3 of 4 are shown, the oldest first.')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
  expect((await boxOf('PO-4')).checked).toBe(true)
  expect(screen.getByRole('button', { name: 'Move 3 forms' })).toBeTruthy()
})

test('those that are left chosen are moved, and no others', async () => {
  const { asked, onClose } = open()
  await userEvent.click(await boxOf('PO-1'))
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
  await boxOf('PO-4')
  await userEvent.click(screen.getByRole('button', { name: 'Move 2 forms' }))
  expect(await screen.findByText('2 forms were moved.')).toBeTruthy()
  expect(moves(asked).map(({ path, body }) => [path, body])).toEqual([
    ['/forms/form-1/workflow/waiting-runs?workflow=form-1', { runIds: ['2', '4'] }],
  ])
  expect(onClose).toHaveBeenCalledOnce()
})

test('a refused move stays open and says why', async () => {
  const refusal = { code: 'conflict', title: 'Conflict', detail: 'The run was over already.', status: 409 }
  const { onClose } = open(() => Response.json(refusal, { status: 409 }))
  await boxOf('PO-1')
  await userEvent.click(screen.getByRole('button', { name: 'Move 2 forms' }))
  const dialog = within(screen.getByRole('dialog'))
  expect((await dialog.findByRole('alert')).textContent).toContain('The run was over already.')
  expect(onClose).not.toHaveBeenCalled()
})
