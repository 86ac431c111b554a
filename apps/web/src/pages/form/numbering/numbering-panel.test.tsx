// @vitest-environment jsdom
import type { FormContent } from '@fieldledger/forms'
import { cleanup, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { orderForm } from '../../../testing/order-form.ts'
import { serveAnswers } from '../../../testing/serve-answers.ts'
import { showPage } from '../../../testing/show-page.tsx'
import { NumberingPanel } from './numbering-panel.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const projectField = {
  kind: 'choose' as const,
  id: 'f_project1',
  label: 'Project',
  source: { from: 'catalogue' as const, catalogue: 'projects' as const },
  limit: 1,
}

function Panel({ start }: { start: FormContent }) {
  const [content, setContent] = useState(start)
  return <NumberingPanel content={content} onChange={(numbering) => setContent({ ...content, numbering })} />
}

function show(fields: FormContent['fields'], codes: string[]) {
  const rows = codes.map((code) => ({
    id: code,
    name: code,
    code,
    archived: false,
    links: [],
    updatedAt: '',
  }))
  serveAnswers(({ path }) => (path.startsWith('/projects') ? { rows } : undefined))
  showPage(<Panel start={{ ...orderForm, fields }} />)
  return userEvent.setup()
}

test("the example shows the longest code of the company's projects, and warns over 21 characters", async () => {
  const user = show([...orderForm.fields, projectField], ['HVA-C', 'OAKLAND-TERMINAL'])
  expect(screen.getByRole('status').textContent).toMatch(/PO-\d{4}-0042$/)
  await user.click(screen.getByLabelText('Project code'))
  expect(await screen.findByText(/PO-OAKLAND-TERMINAL-\d{4}-0042$/)).toBeTruthy()
  expect(screen.getByText(/no project is chosen, like PO-\d{4}-0042$/)).toBeTruthy()
  expect(screen.getByText('This number has 29 characters; ledgers take 21')).toBeTruthy()
  await user.click(screen.getByLabelText('Year'))
  expect(screen.getByText('This number has 24 characters; ledgers take 21')).toBeTruthy()
})

test('a short code fits without a word', async () => {
  const user = show([...orderForm.fields, projectField], ['PIER9'])
  await user.click(screen.getByLabelText('Project code'))
  expect(await screen.findByText(/PO-PIER9-\d{4}-0042$/)).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a form that asks for no project says where the project comes from', async () => {
  const user = show(orderForm.fields, ['PIER9'])
  await user.click(screen.getByLabelText('Project code'))
  expect(await screen.findByText(/This form asks for no project/)).toBeTruthy()
})
