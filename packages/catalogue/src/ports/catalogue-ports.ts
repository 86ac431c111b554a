import type { Clock, ConnectionTarget, LedgerDriver } from '@fieldledger/accounting'
import type { CompanyScope } from '@fieldledger/workflow'
import type { CatalogueRepository } from './catalogue-repository.ts'
import type { LedgerConnections } from './ledger-connections.ts'
import type { LinkRepository } from './link-repository.ts'

/** Everything that the use cases of this package are handed by a composition root. */
export interface CataloguePorts {
  catalogue: CatalogueRepository
  links: LinkRepository
  connections: LedgerConnections
  driverFor(connection: ConnectionTarget): LedgerDriver
  /** Documents that waited for a link or an account may go now. */
  wakeHeld(scope: CompanyScope, connectionId: string): Promise<void>
  clock: Pick<Clock, 'now'>
  newId(): string
  /** Called beside what a tick commits: the fault tests end the process there. */
  passing?(point: CataloguePoint): void
}

export type CataloguePoint =
  | 'feed.after-answer'
  | 'feed.after-keep'
  | 'import.after-page'
  | 'import.after-rows'
