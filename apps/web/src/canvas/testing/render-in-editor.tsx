import type { FormContent } from '@fieldledger/forms'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { ReactFlowProvider } from '@xyflow/react'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { EditorStoreContext, type EditorSurroundings, SurroundingsContext } from '../draft/editor-context.ts'
import { createEditorStore } from '../draft/editor-store.ts'
import { sampleGraph } from './sample-graph.ts'

export const sampleForm: FormContent = {
  name: 'Order',
  type: 'purchase-order',
  numbering: { prefix: 'PO', projectCode: false, year: true, digits: 4 },
  fields: [
    {
      id: 'f_vendor1',
      kind: 'choose',
      label: 'Vendor',
      source: { from: 'catalogue', catalogue: 'vendors' },
      limit: 1,
    },
  ],
}

/** Shows a part of the editor with a store of its own. */
export function renderInEditor(part: ReactNode, around: Partial<EditorSurroundings> = {}) {
  const store = createEditorStore({ graph: sampleGraph(), editable: true, now: () => performance.now() })
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, enabled: false } } })
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={queries}>
        <MemoryRouter>
          <EditorStoreContext value={store}>
            <SurroundingsContext
              value={{
                formId: 'form',
                workflowId: 'form',
                form: sampleForm,
                connections: [],
                providers: [],
                secrets: [],
                unsupervised: [],
                staff: [],
                nextForms: [],
                ...around,
              }}
            >
              <ReactFlowProvider>{part}</ReactFlowProvider>
            </SurroundingsContext>
          </EditorStoreContext>
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  )
  return store
}
