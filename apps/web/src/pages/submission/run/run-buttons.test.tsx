// @vitest-environment jsdom
import type { RunView } from '@fieldledger/contract'
import { notifications } from '@mantine/notifications'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { serveAnswers } from '../../../testing/serve-answers.ts'
import { showPage } from '../../../testing/show-page.tsx'
import { RunButtons } from './run-buttons.tsx'

afterEach(() => {
  notifications.clean()
  cleanup()
  vi.unstubAllGlobals()
})

const run = (now: Partial<RunView>): RunView => ({
  ...{ id: 'r1', submissionId: 's1', state: 'active', workflowVersion: 1, steps: [] },
  ...now,
})

const offered = () => screen.getAllByRole('button').map(({ textContent }) => textContent)

/** Presses a button of a run that stands so; what was asked of the server. */
async function pressed(now: Partial<RunView>, name: string, answer: Response | object = {}) {
  const asked = serveAnswers(({ method }) => (method === 'POST' ? answer : undefined))
  showPage(<RunButtons run={run(now)} />)
  await userEvent.click(screen.getByRole('button', { name }))
  await expect.poll(() => asked).toHaveLength(1)
  return asked.map(({ method, path, body }) => [method, path, body])
}

test('a run that stopped for a person is tried again from the step where it stands', async () => {
  const asked = await pressed({ state: 'needs-attention' }, 'Try again from here')
  expect(asked).toEqual([['POST', '/runs/r1/retry', {}]])
  expect(await screen.findByText('It is tried again.')).toBeTruthy()
})

test('a run is stopped with a reason for its timeline', async () => {
  const asked = await pressed({}, 'Stop the run')
  expect(asked).toEqual([['POST', '/runs/r1/cancel', { reason: 'Stopped by hand on the submission page.' }]])
  expect(await screen.findByText('The workflow is stopped.')).toBeTruthy()
})

test('what is refused is said, and nothing is said to have been done', async () => {
  const refusal = { code: 'conflict', title: 'Conflict', detail: 'The run is over: replay it.', status: 409 }
  await pressed({ state: 'quarantined' }, 'Try again from here', Response.json(refusal, { status: 409 }))
  expect(await screen.findByText('The run is over: replay it.')).toBeTruthy()
  expect(screen.queryByText('It is tried again.')).toBeNull()
})

test('each state offers what can be done in it: one branch that failed is tried again while the others go on', () => {
  const states: [Partial<RunView>, string[]][] = [
    [{}, ['Pause', 'Stop the run', 'Replay…']],
    [
      { message: 'The other system refused it.' },
      ['Try again from here', 'Pause', 'Stop the run', 'Replay…'],
    ],
    [{ state: 'paused' }, ['Resume', 'Stop the run', 'Replay…']],
    [{ state: 'needs-attention' }, ['Try again from here', 'Stop the run', 'Replay…']],
    [{ state: 'quarantined' }, ['Try again from here', 'Stop the run', 'Replay…']],
    [{ state: 'finished' }, ['Replay…']],
    [{ state: 'stopped' }, ['Replay…']],
  ]
  for (const [now, buttons] of states) {
    serveAnswers(() => undefined)
    showPage(<RunButtons run={run(now)} />)
    expect(offered(), JSON.stringify(now)).toEqual(buttons)
    cleanup()
  }
})
