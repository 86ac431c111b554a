/** Connections of every company that nobody has looked into for long. */
export interface StaleChecks {
  /** Active ones whose last look is older, the oldest first. */
  lookedAtBefore(
    before: Date,
    page: { limit: number },
  ): Promise<readonly { companyId: string; connectionId: string }[]>
}
