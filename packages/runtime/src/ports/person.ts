import type { Role } from '@fieldledger/workflow'

/** Whoever acts: checked and signed in by the API. */
export interface Person {
  id: string
  name: string
  role: Role
}
