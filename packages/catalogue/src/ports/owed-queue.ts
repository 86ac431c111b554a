import type { LinkableKind } from '../records/catalogue-record.ts'

/** Suppliers and items whose change a ledger has not confirmed, of all companies, each leased to whoever asks. */
export interface OwedQueue {
  /** The one that has been owed for longest and is due; undefined = none. */
  claim(): Promise<{ companyId: string; kind: LinkableKind; ourId: string; linkId: string } | undefined>
}
