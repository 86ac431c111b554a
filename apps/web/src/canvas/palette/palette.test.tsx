// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addBrowserParts } from '../testing/browser-parts.ts'
import { renderInEditor } from '../testing/render-in-editor.tsx'
import { sampleConnection, sampleProvider } from '../testing/sample-connection.ts'
import { Palette } from './palette.tsx'
import { paletteDragStore } from './palette-drag.ts'
import { paletteEntries } from './palette-entries.ts'

beforeEach(addBrowserParts)
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  paletteDragStore.setState({ drag: undefined })
})

function entries(connections: Parameters<typeof paletteEntries>[0]['connections']) {
  return paletteEntries({ providers: [sampleProvider], connections, started: true, first: true })
}

// jsdom has no PointerEvent: mouse events of that name carry what we read.
function press(item: HTMLElement) {
  fireEvent(item, new MouseEvent('pointerdown', { bubbles: true, button: 0, clientX: 10, clientY: 10 }))
}
function moveFarAway() {
  act(() => void fireEvent(window, new MouseEvent('pointermove', { clientX: 200, clientY: 200 })))
}

test('S4-05 S4-06 without an active connection the ledger step is greyed out, says why, and cannot be dragged', async () => {
  const store = renderInEditor(<Palette entries={entries([])} />)
  const item = screen.getByRole('button', { name: /Sync with Some Ledger/ })
  expect(item.getAttribute('aria-disabled')).toBe('true')
  expect(screen.getByText('Some Ledger is not connected yet.')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Connect Some Ledger' }).getAttribute('href')).toBe(
    '/connections/new?provider=some-ledger',
  )
  press(item)
  moveFarAway()
  expect(paletteDragStore.getState().drag).toBeUndefined()
  await userEvent.click(item)
  expect(Object.keys(store.getState().history.graph.steps)).toHaveLength(3)
})

test('a lapsed connection says so', () => {
  renderInEditor(<Palette entries={entries([sampleConnection('needs-reconnect')])} />)
  expect(screen.getByText('The connection to Some Ledger has lapsed.')).toBeTruthy()
})

test('S4-07 with an active connection it is awake and can be dragged', () => {
  renderInEditor(<Palette entries={entries([sampleConnection('active')])} />)
  const item = screen.getByRole('button', { name: /Sync with Some Ledger/ })
  expect(item.getAttribute('aria-disabled')).toBeNull()
  press(item)
  moveFarAway()
  expect(paletteDragStore.getState().drag?.entry.title).toBe('Sync with Some Ledger')
  act(() => void fireEvent.keyDown(window, { key: 'Escape' }))
  expect(paletteDragStore.getState().drag).toBeUndefined()
})

test('a pressed entry is added after the last step, and the search narrows the palette', async () => {
  const store = renderInEditor(<Palette entries={entries([])} />)
  await userEvent.type(screen.getByRole('textbox', { name: 'Search steps' }), 'tells people')
  const found = screen.getAllByRole('button').filter(({ className }) => className.includes('item'))
  expect(found).toHaveLength(1)
  await userEvent.click(found[0] ?? document.body)
  const { graph } = store.getState().history
  expect(Object.keys(graph.steps)).toHaveLength(4)
  expect(graph.edges).toHaveLength(3)
})
