import { once } from 'node:events'
import type { ConnectionTarget } from '@fieldledger/accounting'
import { connectorOf, providerSettings } from '@fieldledger/connectors'
import { connectDatabase, createDatabaseTokenVault } from '@fieldledger/storage'

export interface RenewingTask {
  mongoUrl: string
  masterKey: { id: string; key: string }
  sandboxPort: number
  target: ConnectionTarget
}

/** One of many processes: it knows the sign-in as it was, says so, and renews it when it is told to. */
export async function main(): Promise<void> {
  const [, , given = ''] = process.argv
  const { mongoUrl, masterKey, sandboxPort, target }: RenewingTask = JSON.parse(given)
  const database = await connectDatabase(mongoUrl)
  const connector = connectorOf(target.provider)
  const server = { providers: {}, sandboxPort, publicUrl: 'http://127.0.0.1:4000' }
  const settings = providerSettings(connector, { ...server, environment: 'practice' })
  const vault = createDatabaseTokenVault({
    database,
    masterKeys: [{ id: masterKey.id, key: Buffer.from(masterKey.key, 'base64') }],
    clock: { now: () => new Date(), monotonic: () => performance.now() },
  })
  const stale = await vault.read(target)
  process.send?.('ready')
  await once(process, 'message')
  const { version } = await vault.refresh(target, {
    stale,
    exchange: (refreshToken) => connector.authorisation.refresh(settings, refreshToken),
  })
  process.send?.(version)
  process.disconnect()
  await database.close()
}
