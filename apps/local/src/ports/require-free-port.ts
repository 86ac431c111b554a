import { StartRefused } from '../house/start-refused.ts'
import { isFree } from './free-port.ts'
import { isBrowserSafe } from './is-browser-safe.ts'

export async function requireFreePort(options: {
  port: number
  host: string
  setting: string
}): Promise<void> {
  const { port, host, setting } = options
  const another = `set ${setting} to a free port, for example ${setting}=${safePortAfter(port)} npm start.`
  if (!isBrowserSafe(port))
    throw new StartRefused('port-blocked', `Browsers refuse to open port ${port}: ${another}`)
  if (await isFree(port, host)) return
  throw new StartRefused(
    'port-busy',
    `Port ${port} is in use by another program: stop that program, or ${another}`,
  )
}

function safePortAfter(port: number): number {
  return isBrowserSafe(port + 100) ? port + 100 : port + 101
}
