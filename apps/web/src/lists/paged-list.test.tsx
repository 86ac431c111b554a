// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { serveAnswers } from '../testing/serve-answers.ts'
import { showPage } from '../testing/show-page.tsx'
import { PagedList } from './paged-list.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** The search waits for the last key, on a busy machine for longer. */
const unhurried = { timeout: 10_000 }

const list = (
  <PagedList<{ id: string; name: string }>
    label="Things"
    queryKey={['things']}
    path="/things"
    columns={[{ id: 'name', label: 'Name', cell: ({ name }) => name }]}
    filters={null}
    empty="Nothing at all"
    onOpen={() => undefined}
  />
)

test('where there is nothing at all, nothing can be searched or downloaded', async () => {
  serveAnswers(() => ({ rows: [] }))
  showPage(list)
  await screen.findByText('Nothing at all')
  expect(screen.queryByRole('searchbox')).toBeNull()
  expect(screen.queryByText('CSV')).toBeNull()
})

test('whoever types into the search of a list stays in it while other rows come, and clears it with one click', async () => {
  serveAnswers(({ path }) =>
    path === '/things' ? { rows: [{ id: '1', name: 'Gravel' }] } : new Response('{"rows":[]}'),
  )
  showPage(list)
  await screen.findByText('Gravel')
  const box = screen.getByRole('searchbox', { name: 'Search' })
  await userEvent.type(box, 'sand')
  await screen.findByText('Nothing fits this search', undefined, unhurried)
  expect(screen.getByRole('searchbox', { name: 'Search' })).toBe(box)
  await userEvent.click(screen.getByRole('button', { name: 'Clear search and filters' }))
  await screen.findByText('Gravel', undefined, unhurried)
  expect((box as HTMLInputElement).value).toBe('')
})
