import type { SealedSecret, SecretRecord } from '../records/secret-record.ts'

export interface SecretPlace {
  companyId: string
  connectionId: string
}

/** The vault's shelf. Leases run by the database's clock. */
export interface Secrets {
  find(place: SecretPlace): Promise<SecretRecord | undefined>
  /** After a consent: replaces whatever was there; the version rises. Erased at `dropAt` unless it is adopted before. */
  replace(
    what: SecretPlace & {
      sealed: SealedSecret
      accessExpiresAt: Date
      refreshExpiresAt?: Date
      dropAt?: Date
    },
  ): Promise<void>
  /** It stays; false = it is not there any more. */
  adopt(place: SecretPlace): Promise<boolean>
  /** true = nobody else may exchange the refresh token of this version until the lease ends. */
  lease(which: SecretPlace & { version: number; holder: string; forMs: number }): Promise<boolean>
  /** Conditional on the version and the lease; false = somebody was faster. The lease ends with it. */
  renew(
    what: SecretPlace & {
      version: number
      holder: string
      sealed: SealedSecret
      accessExpiresAt: Date
      refreshExpiresAt?: Date
    },
  ): Promise<boolean>
  release(which: SecretPlace & { holder: string }): Promise<void>
  erase(place: SecretPlace): Promise<void>
}
