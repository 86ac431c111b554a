import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bootStack } from '../../apps/local/src/boot-stack.ts'

/** Boots the built stack once; specs read where it is from SCENARIO_*. */
export default async function boot() {
  const dataFolder = await mkdtemp(join(tmpdir(), 'fieldledger-scenarios-'))
  const stack = await bootStack({ dataFolder })
  Object.assign(process.env, {
    SCENARIO_URL: stack.url,
    SCENARIO_SANDBOX_URL: stack.sandboxUrl,
    SCENARIO_MONGODB_URL: stack.mongoUrl,
    SCENARIO_DATA: dataFolder,
  })
  return async () => {
    await stack.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}
