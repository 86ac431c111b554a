import { StartRefused } from '../house/start-refused.ts'
import { isFree } from './free-port.ts'

export async function requireFreePort(options: {
  port: number
  host: string
  setting: string
}): Promise<void> {
  const { port, host, setting } = options
  if (await isFree(port, host)) return
  throw new StartRefused(
    'port-busy',
    `Port ${port} is in use by another program: stop that program, or set ${setting} to a free port, for example ${setting}=${port + 100} npm start.`,
  )
}
