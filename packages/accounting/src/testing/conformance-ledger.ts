import type { DocumentKind } from '../documents/document-kind.ts'
import type { RemoteReference } from '../documents/remote-reference.ts'
import type { LedgerDriver } from '../ports/driver.ts'
import type { MemoryPorts } from './memory-ports.ts'

/** What befalls the very next calls of a faithful fake. */
export type ConformanceFault = 'none' | '500' | '429' | 'reset-before' | 'reset-after' | 'late' | 'truncated'

/** A connector under test: a driver on a connected company of its fake, and hands inside that fake. */
export interface ConformanceLedger {
  driver: LedgerDriver
  seen: MemoryPorts['seen']
  booksUrl: string
  companyId: string
  /** Records that exist there and are active; `expense` may stand on an expense line. */
  sample: { vendor: RemoteReference; item: RemoteReference; expense: RemoteReference }
  /** `scope` all = reads too. */
  failNext(faults: ConformanceFault[], scope: 'writes' | 'all'): Promise<void>
  expireAccess(): Promise<void>
  revokeAccess(): Promise<void>
  makeInactive(record: 'item', id: string): Promise<void>
  /** Nothing of this day or before is posted any more; null = all is open again. */
  closeBooks(through: string | null): Promise<void>
  /** From now on the company has tax on what it buys. */
  taxPurchases?(): Promise<void>
  /** From now on the company takes this currency, which is not its own, and has a vendor who is billed in it. */
  takeCurrency(code: string): Promise<RemoteReference>
  removeDocument(id: string): Promise<void>
  /** What people there do until a document stands so; a new one stands by itself as it was made. */
  standAs(document: { kind: DocumentKind; id: string; standing: string }): Promise<void>
  countDocuments(number: string): Promise<number>
  countVendors(): Promise<number>
  close(): Promise<void>
}
