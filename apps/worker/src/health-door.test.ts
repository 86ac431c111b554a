import { afterEach, expect, test } from 'vitest'
import { type HealthDoor, openHealthDoor } from './health-door.ts'

let door: HealthDoor
afterEach(() => door.close())

test('a worker says at its own door whether it lives and whether it can claim', async () => {
  let ready = false
  door = await openHealthDoor({ port: 0, host: '127.0.0.1', ready: () => ready })
  const ask = async (path: string) => (await fetch(`http://127.0.0.1:${door.port}${path}`)).status
  expect([await ask('/health/live'), await ask('/health/ready')]).toEqual([200, 503])
  ready = true
  expect([await ask('/health/ready'), await ask('/')]).toEqual([200, 404])
})
