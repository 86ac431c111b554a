import { expect, test } from 'vitest'
import { stepContext } from '../testing/step-context.ts'
import { execute } from './execute.ts'

test('the form is kept as a PDF under this step, and the timeline says so', async () => {
  const file = { id: 'file-1', name: 'PO-2026-0001.pdf', size: 10, contentType: 'application/pdf' }
  expect(await execute({}, stepContext({ print: async () => file }))).toEqual({
    next: 'leave',
    outlet: 'next',
    stamps: [{ code: 'document-made', params: { name: 'PO-2026-0001.pdf', file: 'file-1' } }],
    changes: [{ change: 'keep-document', document: file }],
    output: file,
  })
})

test('what cannot be printed fails with the reason', async () => {
  const print = async () => ({ refused: 'A PDF holds 2000 lines at most: split the form.', retryable: false })
  expect(await execute({}, stepContext({ print }))).toMatchObject({
    next: 'fail',
    error: {
      code: 'not-printed',
      message: 'A PDF holds 2000 lines at most: split the form.',
      retryable: false,
    },
  })
})
