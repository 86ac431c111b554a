// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addStep } from '../commands/add-step.ts'
import type { EditorStore } from '../draft/editor-store.ts'
import { useEditorKeys } from '../keyboard/use-editor-keys.ts'
import { newStepOf, paletteEntries } from '../palette/palette-entries.ts'
import { addBrowserParts } from '../testing/browser-parts.ts'
import { renderInEditor, sampleForm } from '../testing/render-in-editor.tsx'
import { sampleConnection, sampleProvider } from '../testing/sample-connection.ts'
import { StepDrawer } from './step-drawer.tsx'

beforeEach(addBrowserParts)
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function Slider() {
  useEditorKeys()
  return <StepDrawer />
}

function openLedgerStep(): EditorStore {
  const connections = [sampleConnection('active')]
  const store = renderInEditor(<Slider />, { connections, providers: [sampleProvider] })
  const entry = paletteEntries({ providers: [sampleProvider], connections, started: true, first: true }).find(
    ({ provider }) => provider !== undefined,
  )
  act(() => {
    const { run, history, configure } = store.getState()
    if (entry === undefined) return
    run(addStep(history.graph, { id: 's_sync', step: newStepOf(entry, { form: sampleForm, names: [] }) }))
    configure('s_sync')
  })
  return store
}

const mappingOf = (store: EditorStore) => store.getState().history.graph.steps.s_sync?.config.mapping

test('S4-10 Configure opens the field-mapping slider beside the step', () => {
  openLedgerStep()
  expect(screen.getByRole('dialog', { name: 'Configure Sync with Some Ledger' })).toBeTruthy()
  expect(screen.getByRole('combobox', { name: /^Vendor/ })).toBeTruthy()
})

test('an edit in the slider is undone and done again like any other', async () => {
  const store = openLedgerStep()
  await userEvent.click(screen.getByRole('button', { name: 'Use "Vendor" for Vendor' }))
  expect(mappingOf(store)).toEqual({ vendor: 'f_vendor1' })
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
  expect(mappingOf(store)).toEqual({})
  expect(screen.getByRole('button', { name: 'Use "Vendor" for Vendor' })).toBeTruthy()
  fireEvent.keyDown(document.body, { key: 'Z', ctrlKey: true, shiftKey: true })
  expect(mappingOf(store)).toEqual({ vendor: 'f_vendor1' })
})

test('inside a text field Ctrl+Z stays text undo', async () => {
  const store = openLedgerStep()
  const name = screen.getByRole('textbox', { name: 'Name of the step' })
  await userEvent.type(name, ' now')
  const undone = fireEvent.keyDown(name, { key: 'z', ctrlKey: true })
  expect(undone).toBe(true)
  expect(store.getState().history.graph.steps.s_sync?.name).toBe('Sync with Some Ledger now')
})

test('Escape closes the slider', () => {
  openLedgerStep()
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('an open slider follows the selection', () => {
  const store = openLedgerStep()
  act(() => store.getState().select({ steps: ['s_decide'] }))
  expect(screen.getByRole('dialog', { name: 'Configure Decide' })).toBeTruthy()
})

test('Enter opens the step that has the focus, whichever was selected before', () => {
  const store = openLedgerStep()
  act(() => store.getState().configure(undefined))
  const card = document.createElement('div')
  card.className = 'react-flow__node'
  card.dataset.id = 's_decide'
  card.tabIndex = 0
  document.body.append(card)
  fireEvent.keyDown(card, { key: 'Enter' })
  card.remove()
  expect(screen.getByRole('dialog', { name: 'Configure Decide' })).toBeTruthy()
})
