import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSettings, settingsTable } from '@fieldledger/storage/settings'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { programFlags } from '../../apps/local/bundle/program-flags.mjs'
import { root } from '../../apps/local/src/house/root.ts'

interface Service {
  image: string
  build?: { target: string; dockerfile: string }
  environment?: Record<string, string>
  networks?: string[]
  volumes?: string[]
  depends_on?: string[] | Record<string, unknown>
  deploy?: { replicas: number }
  stop_grace_period?: string
  ports?: string[]
  command?: string | string[]
}
interface Compose {
  services: Record<string, Service>
  networks: Record<string, { internal?: boolean }>
  volumes: Record<string, unknown>
}

const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8')
const deploy = (path: string) => read('apps', 'deploy', path)
const dockerfile = deploy('Dockerfile')
const compose = parse(deploy('compose.yaml'), { merge: true }) as Compose
const chart = 'helm/fieldledger'
const templates = readdirSync(join(root, 'apps', 'deploy', chart, 'templates')).map((name) => ({
  name,
  text: deploy(`${chart}/templates/${name}`),
}))
const template = (name: string) => templates.find((one) => one.name === name)?.text ?? ''
const values = parse(deploy(`${chart}/values.yaml`)) as Record<string, unknown>
const ours = Object.entries(compose.services).filter(([, { build }]) => build !== undefined)

const finishWithinSeconds =
  Number(
    /finishWithinMs = ([\d_]+)/.exec(read('apps', 'worker', 'src', 'start-worker.ts'))?.[1]?.replace('_', ''),
  ) / 1000
const apiBase = /apiBase = '([^']+)'/.exec(read('apps', 'api', 'src', 'create-app.ts'))?.[1] ?? 'none'
const live = `${apiBase}${/path: '(\/health\/live)'/.exec(read('apps', 'api', 'src', 'routes', 'health.ts'))?.[1]}`

/** The text of one stage, and of those that it stands on. */
function stage(name: string): string {
  const [, from = '', body = ''] =
    new RegExp(`^FROM (\\S+) AS ${name}\\n([\\s\\S]*?)(?=^FROM |(?![\\s\\S]))`, 'm').exec(dockerfile) ?? []
  return from === '' ? '' : `${stage(from)}\n${body}`
}

const setBy = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/^(?:ENV)?\s+([A-Z_]+)=([^\s\\]+)/gm)].map(([, name, value]) => [name, value]),
  )

const example = Object.fromEntries(
  [...deploy('.env.example').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
)
const filledIn = {
  ...example,
  FIELDLEDGER_AUTH_SECRET: 'a'.repeat(40),
  FIELDLEDGER_MASTER_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
}

test.each(['api', 'worker', 'migrate'])(
  'the image of %s runs its program with the flags that it was compiled with',
  (name) => {
    const [, command = '[]'] = /^CMD (\[.*dist.*\])$/m.exec(stage(name)) ?? []
    expect(JSON.parse(command).slice(1, -1)).toEqual(programFlags)
  },
)

describe('the compose file', () => {
  test('has three members of a replica set, two apis, three workers, one migration and one proxy', () => {
    expect(Object.keys(compose.services)).toEqual([
      ...['mongo-1', 'mongo-2', 'mongo-3', 'mongo-init', 'migrate', 'api-1', 'api-2', 'worker', 'proxy'],
    ])
    expect(compose.services.worker?.deploy?.replicas).toBe(3)
  })

  test('names only stages, services, networks, volumes and files that there are', () => {
    for (const { build, depends_on = [], networks = [], volumes = [] } of Object.values(compose.services)) {
      if (build !== undefined) expect(stage(build.target)).toContain('CMD')
      const needed = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on)
      expect(Object.keys(compose.services)).toEqual(expect.arrayContaining(needed))
      expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining(networks))
      for (const [from = ''] of volumes.map((volume) => volume.split(':')))
        if (from.startsWith('.')) expect(deploy(from)).not.toBe('')
        else expect(Object.keys(compose.volumes)).toContain(from)
    }
  })

  test.each(ours)('gives %s settings that it takes', (_name, { build, environment }) => {
    const settings = parseSettings({ ...filledIn, ...setBy(stage(build?.target ?? '')), ...environment })
    expect(settings).toMatchObject({ practice: false, host: '0.0.0.0', trustProxy: 1, dataFolder: '/data' })
    expect(settings.mongodbUrl).toContain('replicaSet=rs0')
  })

  test('lets each of ours finish what is under way', () => {
    expect(ours).toHaveLength(4)
    for (const [, { stop_grace_period }] of ours)
      expect(Number.parseInt(stop_grace_period ?? '', 10)).toBeGreaterThanOrEqual(finishWithinSeconds + 5)
  })

  test('shows the database to nobody: it has no password', () => {
    expect(compose.networks.inside?.internal).toBe(true)
    for (const name of ['mongo-1', 'mongo-2', 'mongo-3'])
      expect(compose.services[name]).toMatchObject({ networks: ['inside'] })
    const published = Object.entries(compose.services).filter(([, { ports }]) => ports !== undefined)
    expect(published.map(([name]) => name)).toEqual(['proxy'])
  })

  test('has a proxy that asks both apis whether they are ready and holds no event back', () => {
    const proxy = deploy('proxy/Caddyfile')
    expect(proxy).toContain('reverse_proxy api-1:4000 api-2:4000')
    expect(proxy).toContain(`health_uri ${apiBase}/health/ready`)
    expect(proxy).toContain('flush_interval -1')
  })
})

describe('the images', () => {
  test('are run by nobody in particular, end at SIGTERM, and hold bundles that the build makes', () => {
    const local = read('apps', 'local', 'package.json')
    for (const name of ['api', 'worker', 'migrate']) {
      expect(stage(name)).toContain('USER 1000:1000')
      expect(stage(name)).toContain('STOPSIGNAL SIGTERM')
    }
    expect(local).toContain('dist/migrate.js')
    expect(dockerfile).not.toMatch(/AUTH_SECRET|MASTER_KEYS|@sha256/)
  })

  test('are built from what is not left out: the practice ledgers validate by the fixtures', () => {
    const leftOut = deploy('Dockerfile.dockerignore').split('\n')
    expect(leftOut).toEqual(expect.arrayContaining(['**/.env', '.data', '**/node_modules']))
    expect(leftOut.indexOf('!test/fixtures')).toBeGreaterThan(leftOut.indexOf('test/*'))
  })

  test('are asked at the ports and paths at which they answer', () => {
    const api = parseSettings({
      ...filledIn,
      ...setBy(stage('api')),
      FIELDLEDGER_MONGODB_URL: 'mongodb://m/f',
    })
    expect(stage('api')).toContain(`http://127.0.0.1:${api.port}${live}`)
    const worker = parseSettings({
      ...filledIn,
      ...setBy(stage('worker')),
      FIELDLEDGER_MONGODB_URL: 'mongodb://m/f',
    })
    expect(stage('worker')).toContain(`http://127.0.0.1:${worker.workerPort}/health/ready`)
    expect(read('apps', 'worker', 'src', 'health-door.ts')).toContain("'/health/ready'")
  })
})

describe('the chart', () => {
  const ajv = new Ajv({ strict: false })
  const takes = ajv.compile(JSON.parse(deploy(`${chart}/values.schema.json`)))

  test('takes its own values, and no grace in which a worker cannot finish', () => {
    expect(takes(values), JSON.stringify(takes.errors)).toBe(true)
    const least = finishWithinSeconds + 4
    expect(takes({ ...values, terminationGracePeriodSeconds: least })).toBe(false)
  })

  test.each(['MASTER_KEYS', 'AUTH_SECRET', 'MONGODB_URL', 'SMTP_URL'])(
    'takes no %s as a plain value',
    (what) => {
      expect(takes({ ...values, settings: { [`FIELDLEDGER_${what}`]: 'x' } })).toBe(false)
    },
  )

  test('asks the api and the worker at the ports and paths at which they answer', () => {
    for (const path of [live, `${apiBase}/health/ready`])
      expect(template('api.yaml')).toContain(`path: ${path},`)
    expect(template('api.yaml')).toContain('containerPort: 4000')
    for (const path of ['/health/live', '/health/ready'])
      expect(template('worker.yaml')).toContain(`path: ${path},`)
    expect(template('worker.yaml')).toContain('containerPort: 4002')
  })

  test('migrates before anything of a new version starts', () => {
    expect(template('migrate.yaml')).toContain('helm.sh/hook: pre-install,pre-upgrade')
  })
})

test('every setting that is named under apps/deploy is one that there is', () => {
  const known = settingsTable()
  const texts = [
    ...['Dockerfile', 'compose.yaml', '.env.example', `${chart}/values.yaml`].map(deploy),
    ...templates.map(({ text }) => text),
  ]
  const named = new Set(texts.flatMap((text) => text.match(/FIELDLEDGER_[A-Z]+(?:_[A-Z]+)*/g) ?? []))
  expect(named.size).toBeGreaterThan(8)
  for (const name of named) expect(known).toContain(`\`${name}\``)
})
