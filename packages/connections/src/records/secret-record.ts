/** AES-256-GCM under a data key of its own, which is wrapped by a master key. All parts are base64. */
export interface SealedSecret {
  keyId: string
  wrappedKey: string
  wrapIv: string
  wrapTag: string
  iv: string
  tag: string
  ciphertext: string
}

/** The sealed tokens of one connection, with the version that a compare-and-set needs. */
export interface SecretRecord {
  connectionId: string
  companyId: string
  sealed: SealedSecret
  accessExpiresAt: Date
  /** When the sign-in ends unless it is renewed before; absent = sealed before it was kept. */
  refreshExpiresAt?: Date
  version: number
}
