// The first thing that runs on a bare machine: plain JavaScript on node: modules, so that it needs nothing installed
// and still parses on a Node that is too old for everything else.
import { tooOldSentence } from './bootstrap/check-node.mjs'

const commands = ['start', 'dev', 'check', 'test', 'bench', 'simulate', 'soak', 'settings-table']
const [command = '', ...rest] = process.argv.slice(2)

const complaint = commands.includes(command)
  ? tooOldSentence(process.version)
  : `There is no command "${command}": take one of ${commands.join(', ')}.`
if (complaint) {
  console.error(complaint)
  process.exit(1)
}

const { silenceTelemetry } = await import('./bootstrap/silence-telemetry.mjs')
silenceTelemetry(process.env)
const { installWhenChanged } = await import('./bootstrap/install.mjs')
installWhenChanged()
const { handOver } = await import('./bootstrap/hand-over.mjs')
await handOver(command, rest)
