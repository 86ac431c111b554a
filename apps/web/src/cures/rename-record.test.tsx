// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { serveAnswers } from '../testing/serve-answers.ts'
import { showPage } from '../testing/show-page.tsx'
import { RenameRecord } from './rename-record.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('a SKU that is too long for the ledger is shortened where it stands, and saved only when it fits', async () => {
  const asked = serveAnswers(() => ({ id: 'm1', name: 'Stud', sku: 'LUM-2048-KD' }))
  showPage(<RenameRecord materialId="m1" limit={8} field="sku" onCured={() => undefined} />)
  const box = await screen.findByDisplayValue('LUM-2048-KD')
  const save = screen.getByRole('button', { name: 'Save the SKU' })
  expect(save.hasAttribute('disabled')).toBe(true)
  await userEvent.type(box, '{Backspace}{Backspace}{Backspace}')
  await userEvent.click(save)
  await waitFor(() => expect(asked.some(({ method }) => method === 'PUT')).toBe(true))
  expect(asked.find(({ method }) => method === 'PUT')?.body).toMatchObject({ name: 'Stud', sku: 'LUM-2048' })
})
