import { checkStaleHealth } from '@fieldledger/connections'
import { type Runtime, wakeConnection } from '@fieldledger/runtime'
import { createConnectionRepository, createStaleChecks, type Database } from '@fieldledger/storage'

/** The tick that looks into ledgers into which nobody has looked for long. */
export function composeHealth(parts: {
  database: Database
  runtime: Runtime
  onError(error: unknown): void
}): { lookIntoLedgers(): Promise<void> } {
  const { database, runtime, onError } = parts
  const ports = {
    connections: createConnectionRepository(database),
    stale: createStaleChecks(database),
    driverFor: runtime.driverFor,
    wake: async ({ companyId }: { companyId: string }, connectionId: string) => {
      await wakeConnection({ runtime, companyId, connectionId })
    },
    clock: runtime.clock,
    onError,
  }
  return { lookIntoLedgers: () => checkStaleHealth(ports) }
}
