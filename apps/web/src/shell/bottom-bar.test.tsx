// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { MorePage } from '../pages/more/more-page.tsx'
import { serveAnswers } from '../testing/serve-answers.ts'
import { fieldUser, showPage } from '../testing/show-page.tsx'
import { BottomBar } from './bottom-bar.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const bookkeeper = { ...fieldUser, permissions: [...fieldUser.permissions, 'sync-log.read' as const] }

function serveTwoCauses() {
  return serveAnswers(({ path }) => ({
    rows: path === '/needs-attention' ? [{ count: 2 }, { count: 1 }] : [],
  }))
}

test('on a phone what needs attention is counted at the place that leads to it, and again on that page', async () => {
  serveTwoCauses()
  showPage(
    <>
      <BottomBar />
      <MorePage />
    </>,
    { me: bookkeeper },
  )
  const bar = screen.getByRole('navigation')
  const more = within(bar).getByRole('link', { name: /More/ })
  expect(await within(more).findByLabelText(/3/)).toBeTruthy()
  const row = screen.getAllByRole('link').find((link) => link.getAttribute('href') === '/sync')
  expect(row?.textContent).toContain('3')
})

test('whoever may not look at it is told nothing, and nothing is asked', () => {
  const asked = serveTwoCauses()
  showPage(<BottomBar />)
  expect(asked.filter(({ path }) => path === '/needs-attention')).toEqual([])
})
