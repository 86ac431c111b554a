/** What a control request may switch for one organisation; kept in its books. */
export interface TenantSettings {
  /** Documents of this day and before can no longer be made or changed. */
  periodLockDate: string | null
  /** How long the answer to an idempotency key is remembered. */
  replaySeconds: number
}

export const defaultTenantSettings: TenantSettings = { periodLockDate: null, replaySeconds: 360 }
