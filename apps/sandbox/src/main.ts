import { pino } from 'pino'
import { startSandbox } from './start-sandbox.ts'

const log = pino({ name: 'sandbox' })

async function open(): Promise<void> {
  const origin = process.env.FIELDLEDGER_SANDBOX_ORIGIN
  const sandbox = await startSandbox({
    port: Number(process.env.FIELDLEDGER_SANDBOX_PORT ?? 4001),
    dataFolder: process.env.FIELDLEDGER_DATA ?? '.data',
    ...(origin !== undefined && origin !== '' && { origin }),
  })
  log.info({ url: sandbox.url }, 'practice ledgers are open')
  const stop = () => void sandbox.close().then(() => process.exit(0))
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

/** Called by the launcher of the bundle. */
export const main = () =>
  open().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  })
