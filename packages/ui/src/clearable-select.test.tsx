// @vitest-environment jsdom
import { FocusTrap, MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ClearableSelect } from './clearable-select.tsx'

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({
    matches: false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }))
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function Supervisor({ editable }: { editable: boolean }) {
  const [chosen, setChosen] = useState<string | null>('ann')
  return (
    <MantineProvider env="test">
      <ClearableSelect
        label="Supervisor"
        clearLabel={(label) => `Clear ${label}`}
        disabled={!editable}
        data={[{ value: 'ann', label: 'Ann' }]}
        value={chosen}
        onChange={setChosen}
      />
    </MantineProvider>
  )
}

test('what was chosen is taken away by keyboard alone, and the keyboard stays at the choice', async () => {
  render(<Supervisor editable />)
  const input = screen.getByRole<HTMLInputElement>('combobox', { name: 'Supervisor' })
  await userEvent.tab()
  await userEvent.tab()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Clear Supervisor' }))
  await userEvent.keyboard('{Enter}')
  expect([input.value, document.activeElement]).toEqual(['', input])
  expect(screen.queryByRole('button')).toBeNull()
})

test('the keyboard reaches it in a drawer too, whose trap passes over whatever names aria-hidden at all', async () => {
  render(
    <FocusTrap>
      <div>
        <Supervisor editable />
      </div>
    </FocusTrap>,
  )
  screen.getByRole('combobox', { name: 'Supervisor' }).focus()
  await userEvent.tab()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Clear Supervisor' }))
})

test('cleared with the mouse, the keyboard is not moved there; what cannot be edited has no button', async () => {
  render(<Supervisor editable />)
  await userEvent.click(screen.getByRole('button', { name: 'Clear Supervisor' }))
  expect(document.activeElement).toBe(document.body)
  cleanup()
  render(<Supervisor editable={false} />)
  expect(screen.queryByRole('button')).toBeNull()
})
