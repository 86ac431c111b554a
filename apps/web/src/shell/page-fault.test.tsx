// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fillBrowserGaps } from '../testing/fill-browser-gaps.ts'
import { PageFault } from './page-fault.tsx'

const reload = vi.fn()
beforeEach(() => {
  fillBrowserGaps()
  sessionStorage.clear()
  vi.stubGlobal('location', { reload })
  // React and the router write down what a boundary catches.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
})
afterEach(() => {
  cleanup()
  reload.mockClear()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function open(fault: unknown) {
  const lazy = () => Promise.reject(fault)
  const router = createMemoryRouter([{ ErrorBoundary: PageFault, children: [{ path: '/', lazy }] }])
  render(
    <MantineProvider env="test">
      <RouterProvider router={router} />
    </MantineProvider>,
  )
}

test('a page whose parts an update took away is loaded anew, once; then it says so', async () => {
  const gone = new TypeError('Failed to fetch dynamically imported module: /assets/tasks-page.js')
  open(gone)
  expect(await screen.findByText(/was updated meanwhile/)).toBeTruthy()
  await waitFor(() => expect(reload).toHaveBeenCalledTimes(1))
  cleanup()
  open(gone)
  expect(await screen.findByRole('button')).toBeTruthy()
  expect(reload).toHaveBeenCalledTimes(1)
})

test('any other fault is said in a sentence and loads nothing by itself', async () => {
  open(new RangeError('boom'))
  expect((await screen.findByRole('alert')).textContent).not.toContain('boom')
  expect(reload).not.toHaveBeenCalled()
})
