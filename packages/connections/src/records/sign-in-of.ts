import type { ConnectionTarget } from '@fieldledger/accounting'

/** What the vault needs to know to find the tokens of a connection. */
export type SignInPlace = Pick<ConnectionTarget, 'id' | 'companyId' | 'provider' | 'signInId'>

/** Under which name its tokens lie. One that nobody shares is named like its connection. */
export function signInOf({ id, signInId }: Pick<SignInPlace, 'id' | 'signInId'>): string {
  return signInId ?? id
}
