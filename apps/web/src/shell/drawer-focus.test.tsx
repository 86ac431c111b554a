// @vitest-environment jsdom
import { Drawer } from '@fieldledger/ui'
import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { showPage } from '../testing/show-page.tsx'

afterEach(cleanup)

function Settling() {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        {'Settle'}
      </button>
      {opened ? (
        <Drawer title="Settling" opened onClose={() => setOpened(false)} closeLabel="Close">
          {'A question'}
        </Drawer>
      ) : null}
    </>
  )
}

test('a drawer that is taken away when it is closed gives the focus back to the button that opened it', async () => {
  showPage(<Settling />)
  const button = screen.getByRole('button', { name: 'Settle' })
  await userEvent.click(button)
  await userEvent.click(await screen.findByRole('button', { name: 'Close' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(button))
})
