import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cacheFolder } from '../../apps/local/src/mongod/cache-folder.ts'
import { freePort } from '../../apps/local/src/ports/free-port.ts'
import { until } from '../support/until.ts'

/** Apache-2.0; fetched from npm when the bench is run, and never part of the product. */
const wanted = 'node-red@4.1.8'
const comesUpWithinMs = 60_000

export interface NodeRed {
  url: string
  stop(): void
}

/**
 * The peer that keeps nothing: HTTP in → switch → change → HTTP request → change → HTTP response, in memory, answered
 * once all of it is done.
 */
export async function serveNodeRed(otherSystem: string): Promise<NodeRed> {
  const program = await fetched()
  const folder = await mkdtemp(join(tmpdir(), 'fieldledger-node-red-'))
  const port = await freePort()
  await writeFile(join(folder, 'flows.json'), JSON.stringify(flow(otherSystem)))
  await writeFile(
    join(folder, 'settings.js'),
    `module.exports = ${JSON.stringify({
      uiPort: port,
      uiHost: '127.0.0.1',
      flowFile: 'flows.json',
      httpAdminRoot: false,
      telemetry: { enabled: false },
      logging: { console: { level: 'warn' } },
    })}`,
  )
  const child: ChildProcess = spawn(process.execPath, [program, '--userDir', folder], { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}/run`
  await until({ what: 'Node-RED came up', withinMs: comesUpWithinMs }, () =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"total":7}' }).then(
      ({ ok }) => ok,
      () => false,
    ),
  )
  return { url, stop: () => void child.kill('SIGKILL') }
}

async function fetched(): Promise<string> {
  const folder = join(cacheFolder(process.env.FIELDLEDGER_CACHE), 'bench', 'node-red')
  const program = join(folder, 'node_modules', 'node-red', 'red.js')
  if (existsSync(program)) return program
  await mkdir(folder, { recursive: true })
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-save']
  spawnSync('npm', ['install', '--prefix', folder, ...flags, wanted], { stdio: 'inherit' })
  return program
}

function flow(otherSystem: string) {
  const at = { z: 'tab', x: 0, y: 0 }
  const set = (id: string, next: string) => ({
    ...at,
    id,
    type: 'change',
    rules: [{ t: 'set', p: 'label', pt: 'msg', to: id, tot: 'str' }],
    wires: [[next]],
  })
  return [
    { id: 'tab', type: 'tab', label: 'Bench' },
    { ...at, id: 'in', type: 'http in', url: '/run', method: 'post', wires: [['large']] },
    {
      ...at,
      id: 'large',
      type: 'switch',
      property: 'payload.total',
      propertyType: 'msg',
      rules: [{ t: 'gte', v: '1', vt: 'num' }],
      wires: [['seen']],
    },
    set('seen', 'call'),
    {
      ...at,
      id: 'call',
      type: 'http request',
      method: 'POST',
      ret: 'obj',
      url: `${otherSystem}/orders`,
      persist: true,
      wires: [['told']],
    },
    set('told', 'out'),
    { ...at, id: 'out', type: 'http response', statusCode: '200', wires: [] },
  ]
}
