import { watch } from 'node:fs'
import { join } from 'node:path'
import { root } from '../house/root.ts'
import type { Say } from '../house/say.ts'
import type { Supervised } from '../processes/supervise.ts'
import { buildCheckout } from './build-tree.ts'

const quiet = 300
const source = /(^|\/)src\/.*(?<!\.test)\.tsx?$/

/** Builds when sources have changed and lets the supervisor start the servers anew. */
export function rebuildOnChange(servers: Supervised[], say: Say): () => void {
  let timer: NodeJS.Timeout | undefined
  const rebuild = () => {
    try {
      buildCheckout()
      for (const server of servers) server.current().kill('SIGTERM')
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }
  const watchers = ['apps/api', 'apps/worker', 'apps/sandbox', 'packages'].map((folder) =>
    watch(join(root, folder), { recursive: true }, (_event, file) => {
      if (!file || !source.test(file) || file.includes('node_modules')) return
      clearTimeout(timer)
      timer = setTimeout(rebuild, quiet)
    }),
  )
  return () => {
    for (const watcher of watchers) watcher.close()
  }
}
