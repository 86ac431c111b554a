import { CompanySettingsProvider, LoadState } from '@fieldledger/ui'
import { Center } from '@mantine/core'
import { Navigate, Outlet, useLocation } from 'react-router'
import { ApiProblem } from '../api/api-problem.ts'
import { messages } from '../shell/messages.ts'
import { MeContext } from './me-context.ts'
import { useMe } from './use-me.ts'

/** Lets in whoever has a session, and brings the rest to the sign-in page and back. */
export function SignedInOnly() {
  const me = useMe()
  const { pathname, search } = useLocation()
  if (me.error instanceof ApiProblem && me.error.status === 401) {
    const back = pathname === '/' ? '' : `?back=${encodeURIComponent(pathname + search)}`
    return <Navigate to={`/sign-in${back}`} replace />
  }
  if (me.data === undefined)
    return (
      <Center mih="100dvh" p="md">
        <LoadState query={me} retryLabel={messages.retry}>
          {() => null}
        </LoadState>
      </Center>
    )
  const { timeZone } = me.data.company
  return (
    <MeContext value={me.data}>
      <CompanySettingsProvider value={{ timeZone, locale: 'en-US' }}>
        <Outlet />
      </CompanySettingsProvider>
    </MeContext>
  )
}
