// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { approvedOrder } from '../../testing/approved-order.ts'
import { orderForm } from '../../testing/order-form.ts'
import { serveAnswers } from '../../testing/serve-answers.ts'
import { showPage } from '../../testing/show-page.tsx'
import { FillingContext } from '../filling-context.ts'
import { LastOrder } from './last-order.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('whoever revises an order is offered the lines of an earlier one, never its own', async () => {
  const earlier = {
    ...approvedOrder,
    id: 's0',
    number: 'PO-2026-0040',
    values: { f_lines001: [{ id: 'r' }] },
  }
  serveAnswers(({ path }) => (path === '/submissions/s0' ? earlier : { rows: [approvedOrder, earlier] }))
  const filling = { formId: 'form-1', content: orderForm, currency: 'USD', values: {}, errors: {} }
  const silent = { proposedVendors: [], setValue: () => undefined, proposeVendor: () => undefined }
  showPage(
    <FillingContext value={{ ...filling, ...silent, revised: 's1' }}>
      <LastOrder vendorId="v1" />
    </FillingContext>,
  )
  expect(await screen.findByRole('button', { name: 'Copy last order (PO-2026-0040)' })).toBeTruthy()
})
