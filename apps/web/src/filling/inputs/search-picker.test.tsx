// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { showPage } from '../../testing/show-page.tsx'
import { SearchPicker } from './search-picker.tsx'

afterEach(cleanup)

const choices = [
  { id: 'v1', name: 'Cascade Lumber', detail: '' },
  { id: 'v2', name: 'Puget Ready Mix', detail: '' },
]

function Vendor() {
  const [chosen, setChosen] = useState<string | undefined>('v1')
  return (
    <SearchPicker
      label="Vendor"
      choices={choices}
      shown={choices.find(({ id }) => id === chosen)?.name ?? ''}
      onPick={setChosen}
      onClear={() => setChosen(undefined)}
    />
  )
}

test('what was picked is taken away by emptying it; text that picks nothing leaves it as it was', async () => {
  showPage(<Vendor />)
  const input = screen.getByLabelText<HTMLInputElement>('Vendor')
  const typed = async (keys: string) => {
    await userEvent.click(input)
    await userEvent.keyboard(keys)
    await userEvent.tab()
    return input.value
  }
  expect(await typed('Nobody')).toBe('Cascade Lumber')
  expect(await typed('{Control>}a{/Control}{Backspace}')).toBe('')
  expect(screen.queryByLabelText('Clear')).toBeNull()
})
