import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface OwnSecrets {
  masterKeys: string
  authSecret: string
  demoPassword: string
}

/** Keys of the embedded database, made once and kept beside it, readable by its owner alone. */
export function ownSecrets(dataFolder: string): OwnSecrets {
  const file = join(dataFolder, 'secrets.json')
  if (!existsSync(file))
    writeFileSync(file, JSON.stringify(makeSecrets(), null, 2), { mode: 0o600, flag: 'wx' })
  chmodSync(file, 0o600)
  return JSON.parse(readFileSync(file, 'utf8'))
}

function makeSecrets(): OwnSecrets {
  return {
    masterKeys: `k1:${randomBytes(32).toString('base64')}`,
    authSecret: randomBytes(32).toString('hex'),
    demoPassword: randomBytes(9).toString('base64url'),
  }
}
