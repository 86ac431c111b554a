import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bootStack } from '../../apps/local/src/boot-stack.ts'

/** Boots the built stack once; specs read where it is from SCENARIO_*. */
export default async function boot() {
  const dataFolder = await mkdtemp(join(tmpdir(), 'fieldledger-scenarios-'))
  // Another system, for the steps that call one.
  const echo = createServer((_, reply) => reply.end('{"heard":true}'))
  await once(echo.listen(0, '127.0.0.1'), 'listening')
  const echoUrl = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`
  const stack = await bootStack({ dataFolder, env: { FIELDLEDGER_PRACTICE_HTTP_ORIGIN: echoUrl } })
  Object.assign(process.env, {
    SCENARIO_URL: stack.url,
    SCENARIO_SANDBOX_URL: stack.sandboxUrl,
    SCENARIO_MONGODB_URL: stack.mongoUrl,
    SCENARIO_DATA: dataFolder,
    SCENARIO_ECHO_URL: echoUrl,
  })
  return async () => {
    await stack.stop()
    echo.close()
    await rm(dataFolder, { recursive: true, force: true })
  }
}
