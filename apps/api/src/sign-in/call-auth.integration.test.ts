import { executionAsyncId } from 'node:async_hooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stage, setStage } from '../testing/stage.ts'
import { callAuth } from './call-auth.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage()
})
afterAll(() => stage.stop())

/** Node 24 carries contexts without watching. */
const watches = Number(process.versions.node.split('.')[0]) < 24

/** Only while something in the process asks to be called for every promise does what follows one have a number. */
async function promisesAreWatched(): Promise<boolean> {
  await null
  return executionAsyncId() !== 0
}

test('nobody is called for every promise once a sign-in was answered', async () => {
  const { session } = stage.ours.people.admin
  expect((await session('GET', '/me')).status).toBe(200)
  expect(await promisesAreWatched()).toBe(false)
})

test('what better-auth carries along is there as long as one of its calls is under way', async () => {
  const { auth } = stage.services
  const ask = () => auth.api.getSession({ headers: new Headers() })
  let answer = (): void => undefined
  const slow = callAuth(async () => {
    await ask()
    await new Promise<void>((resolve) => {
      answer = resolve
    })
    return [await promisesAreWatched(), await ask()]
  })
  expect(await callAuth(ask)).toBeNull()
  answer()
  expect(await slow).toEqual([watches, null])
})
