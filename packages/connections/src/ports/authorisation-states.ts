import type { AuthorisationStateRecord } from '../records/authorisation-state-record.ts'

export interface AuthorisationStates {
  save(state: AuthorisationStateRecord): Promise<void>
  /** Takes it away and hands it out, in one write: a state works once. */
  take(hash: string): Promise<AuthorisationStateRecord | undefined>
}
