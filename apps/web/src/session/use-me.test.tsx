// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  chooseCompany,
  chosenCompany,
  goIntoCompanyOfAddress,
  offerCompanyToNewTabs,
} from '../api/chosen-company.ts'
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

test('a tab stays in the company that it was let into, wherever the same person goes elsewhere', async () => {
  serveAnswers(() => fieldUser)
  showPage(<Company />)
  await screen.findByText('Harbour Construction')
  expect(chosenCompany()).toBe('company-1')
  // Files and modules go without our headers.
  expect(plainAddress('/files/f1')).toBe('/api/v1/files/f1?company=company-1')
  expect(plainAddress('/forms/f/validator.js?version=2')).toMatch(/\?version=2&company=company-1$/)
})

test('two tabs work in two companies, and a new tab begins in the one it was opened from', async () => {
  serveAnswers(() => fieldUser)
  showPage(<Company />)
  await screen.findByText('Harbour Construction')
  // What another tab chooses reaches this one through what both share only.
  localStorage.setItem('fieldledger.company', 'company-2')
  expect(chosenCompany()).toBe('company-1')
  offerCompanyToNewTabs()
  sessionStorage.clear()
  expect(chosenCompany()).toBe('company-1')
})

test('a link in a letter opens the company that it is about', () => {
  chooseCompany('company-1')
  history.replaceState(null, '', '/tasks?scope=all&company=company-2')
  goIntoCompanyOfAddress()
  expect(chosenCompany()).toBe('company-2')
  expect(`${location.pathname}${location.search}`).toBe('/tasks?scope=all')
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
