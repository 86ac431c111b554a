import type { Me } from '@fieldledger/contract'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { MeContext } from '../session/me-context.ts'
import { theme } from '../theme/theme.ts'
import { fillBrowserGaps } from './fill-browser-gaps.ts'

export const fieldUser: Me = {
  id: 'person-1',
  name: 'Fay Field',
  email: 'field@practice.example',
  company: {
    id: 'company-1',
    name: 'Harbour Construction',
    currency: 'USD',
    timeZone: 'America/Los_Angeles',
    practice: true,
    environments: ['practice'],
  },
  role: 'field',
  permissions: ['form.read', 'form.submit', 'submission.read', 'task.read', 'catalogue.read'],
  companies: [{ id: 'company-1', name: 'Harbour Construction', practice: true, role: 'field' }],
}

/** Renders a part of the app as its signed-in person would see it. */
export function showPage(page: ReactNode, options: { me?: Me; at?: string } = {}) {
  fillBrowserGaps()
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={queries}>
        <MeContext value={options.me ?? fieldUser}>
          <Notifications />
          <MemoryRouter initialEntries={[options.at ?? '/']}>{page}</MemoryRouter>
        </MeContext>
      </QueryClientProvider>
    </MantineProvider>,
  )
}
