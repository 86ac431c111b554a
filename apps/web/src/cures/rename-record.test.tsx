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

test.each([
  [undefined, 'Galvanised pipe 6 m'],
  ['Bundles of ten.', 'Galvanised pipe 6 m\nBundles of ten.'],
  ['One galvanised pipe 6 m', 'Galvanised pipe 6 m\nOne galvanised pipe 6 m'],
  ['Galvanised pipe 6 m, hot dip', 'Galvanised pipe 6 m, hot dip'],
])('G-06 the full name stays in the description %s when it is shortened', async (description, kept) => {
  const name = 'Galvanised pipe 6 m'
  const asked = serveAnswers(() => ({
    id: 'm1',
    name,
    ...(description === undefined ? {} : { description }),
  }))
  showPage(<RenameRecord materialId="m1" limit={15} field="name" onCured={() => undefined} />)
  await userEvent.type(await screen.findByDisplayValue(name), '{Backspace}{Backspace}{Backspace}{Backspace}')
  await userEvent.click(screen.getByRole('button', { name: 'Rename' }))
  await waitFor(() => expect(asked.some(({ method }) => method === 'PUT')).toBe(true))
  expect(asked.find(({ method }) => method === 'PUT')?.body).toMatchObject({
    name: 'Galvanised pipe',
    description: kept,
  })
})
