import type { Router } from 'express'
import { createFake as createNetSuite } from './netsuite/fake/create-fake.ts'
import { createFake as createQuickBooksOnline } from './quickbooks-online/fake/create-fake.ts'
import { createFake as createXero } from './xero/fake/create-fake.ts'

export interface FakeOptions {
  /** Where the books are kept. */
  dataFolder: string
  /** The origin under which browsers see the sandbox, when it is not the address they called. */
  origin?: string
  /** Mounts `_control`: faults, limits, changes by hand. Loopback only. */
  control?: boolean
  clients?: readonly { id: string; secret: string }[]
  /** The only addresses that a consent may lead back to; any web address when left out. */
  redirectUris?: readonly string[]
  now?: () => number
}

export interface Fake {
  /** Mounted at `/<provider>`. */
  router: Router
  /** The page where a person begins to look into the books. */
  home: string
  close(): Promise<void>
}

export interface FakeLedger {
  provider: string
  label: string
  createFake(options: FakeOptions): Fake
}

export const fakes: readonly FakeLedger[] = [
  { provider: 'quickbooks-online', label: 'Practice QuickBooks Online', createFake: createQuickBooksOnline },
  { provider: 'xero', label: 'Practice Xero', createFake: createXero },
  { provider: 'netsuite', label: 'Practice NetSuite', createFake: createNetSuite },
]
