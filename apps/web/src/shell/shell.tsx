import { AppShell, Box, Loader } from '@mantine/core'
import { Suspense, useEffect } from 'react'
import { Outlet, useLocation } from 'react-router'
import { useEvents } from '../live/use-events.ts'
import { useSignedIn } from '../session/me-context.ts'
import { BottomBar } from './bottom-bar.tsx'
import { ErrorGuard } from './error-guard.tsx'
import { messages } from './messages.ts'
import { Rail } from './rail.tsx'
import { RestoredNotice } from './restored-notice.tsx'
import classes from './shell.module.css'
import { TopBar } from './top-bar.tsx'

/** Rail on the left, on phones a bar at the bottom; every page lives inside. */
export function Shell() {
  const me = useSignedIn()
  const { pathname } = useLocation()
  const editor = pathname.endsWith('/workflow')
  useEvents(me.company.id)
  const { name } = me.company
  // Whoever works in two companies tells their tabs apart.
  useEffect(() => {
    document.title = `${name} · ${messages.product}`
    return () => {
      document.title = messages.product
    }
  }, [name])
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 208, breakpoint: 'sm', collapsed: { mobile: true } }}
      padding={0}
    >
      <a className="skip-link" href="#content">
        {messages.skip}
      </a>
      <AppShell.Header className={classes.surface ?? ''}>
        <TopBar />
      </AppShell.Header>
      <AppShell.Navbar className={classes.surface ?? ''} aria-label={messages.navigation}>
        <Rail />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main ?? ''}>
        <Box className={editor ? classes.full : classes.page}>
          <RestoredNotice />
          <ErrorGuard key={pathname}>
            <Suspense fallback={<Loader aria-label={messages.loading} m="xl" />}>
              <Outlet />
            </Suspense>
          </ErrorGuard>
        </Box>
      </AppShell.Main>
      <BottomBar />
    </AppShell>
  )
}
