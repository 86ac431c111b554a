import { setTimeout as pause } from 'node:timers/promises'
import { StartRefused } from '../house/start-refused.ts'
import { tailOfLog } from '../processes/process-log.ts'
import type { Supervised } from '../processes/supervise.ts'

const patience = 90_000
const hopeless = 3

/** Waits until the API says that all is up; gives up early on a server that keeps ending. */
export async function untilReady(options: {
  url: string
  dataFolder: string
  servers: Supervised[]
}): Promise<void> {
  const { url, dataFolder, servers } = options
  const deadline = performance.now() + patience
  while (!(await answers(`${url}/api/v1/health/ready`))) {
    const ending = servers.find((server) => server.restarts() >= hopeless)
    if (ending) throw notReady(dataFolder, ending.name)
    if (performance.now() > deadline) throw notReady(dataFolder, 'api')
    await pause(100)
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) })
    await response.body?.cancel()
    return response.status === 200
  } catch {
    return false
  }
}

function notReady(dataFolder: string, name: string) {
  const log = tailOfLog({ dataFolder, name }).slice(-1_500)
  return new StartRefused(
    `${name}-not-ready`,
    `${log}\nThe ${name} does not come up: cure what its log says above (whole in ${dataFolder}/logs/${name}.log), then run the command again.`,
  )
}
