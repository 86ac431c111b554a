// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { serveAnswers } from '../testing/serve-answers.ts'
import { showPage } from '../testing/show-page.tsx'
import { ChooseVersion } from './choose-version.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const memo = {
  code: 'edited-in-ledger',
  severity: 'error' as const,
  message: 'Memo was changed there.',
  cure: 'choose-version',
}
const params = { effectId: 'e1', field: 'Memo', ours: 'North', theirs: 'South' }

test('what stays as it is there can only be kept, and says why; else a person chooses', async () => {
  const asked = serveAnswers(() => ({}))
  const fixed = 'Bill 9 is paid in Some Ledger, so the changes are not taken in there. Take it back there.'
  showPage(<ChooseVersion problems={[{ ...memo, params: { ...params, fixed } }]} />)
  expect(screen.getByText(fixed, { exact: false })).toBeTruthy()
  expect(screen.queryByText('Send ours over it')).toBeNull()
  await userEvent.click(screen.getByText('Keep theirs'))
  await expect
    .poll(() => asked.at(-1))
    .toMatchObject({
      path: '/effects/e1/resolve',
      body: { how: 'keep-theirs' },
    })
  cleanup()
  showPage(<ChooseVersion problems={[{ ...memo, params }]} />)
  await userEvent.click(screen.getByText('Send ours over it'))
  await expect.poll(() => asked.at(-1)).toMatchObject({ body: { how: 'send-ours' } })
})
