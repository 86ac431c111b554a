import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import './theme/global.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { goIntoCompanyOfAddress, offerCompanyToNewTabs } from './api/chosen-company.ts'
import { createQueryClient } from './api/query-client.ts'
import { routes } from './routes.tsx'
import { cssVariables } from './theme/css-variables.ts'
import { theme } from './theme/theme.ts'

goIntoCompanyOfAddress()
window.addEventListener('focus', offerCompanyToNewTabs)

const root = document.getElementById('root')
if (root !== null)
  createRoot(root).render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={createQueryClient()}>
        <Notifications position="top-center" />
        <RouterProvider router={createBrowserRouter(routes)} />
      </QueryClientProvider>
    </MantineProvider>,
  )
