// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chooseCompany, chosenCompany } from '../api/chosen-company.ts'
import { plainAddress } from '../api/plain-address.ts'
import { serveAnswers } from '../testing/serve-answers.ts'
import { fieldUser, showPage } from '../testing/show-page.tsx'
import { useMe } from './use-me.ts'

beforeEach(() => chooseCompany(undefined))
afterEach(() => {
  cleanup()
  chooseCompany(undefined)
  vi.unstubAllGlobals()
})

function Company() {
  return useMe().data?.company.name
}

test('a browser stays in the company that it was let into, wherever the same person goes elsewhere', async () => {
  serveAnswers(() => fieldUser)
  showPage(<Company />)
  await screen.findByText('Harbour Construction')
  expect(chosenCompany()).toBe('company-1')
  // Files and modules go without our headers.
  expect(plainAddress('/files/f1')).toBe('/api/v1/files/f1?company=company-1')
  expect(plainAddress('/forms/f/validator.js?version=2')).toMatch(/\?version=2&company=company-1$/)
})

test('a company that the person has left is forgotten, and the next one opened', async () => {
  chooseCompany('company-left')
  const gone = {
    type: 'about:blank',
    title: 'Missing',
    status: 404,
    code: 'missing',
    detail: 'It is not there.',
  }
  serveAnswers(() => (chosenCompany() === 'company-left' ? Response.json(gone, { status: 404 }) : fieldUser))
  showPage(<Company />)
  await screen.findByText('Harbour Construction')
  expect(chosenCompany()).toBe('company-1')
})
