import { afterEach, expect, test } from 'vitest'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
afterEach(() => scene.close())

test('a stamp that stands already leaves no gap in the numbers of the timeline', async () => {
  scene = await openScene({ approval: false })
  const { id } = await scene.submit()
  const stamp = {
    code: 'sending' as const,
    params: {},
    actor: { kind: 'system' as const, name: 'Fieldledger' },
  }
  const { stores } = scene.runtime.ports
  for (const once of ['first', 'first', 'second'])
    await stores.transact(scene.store.scope, (store) =>
      store.timeline.append({ submissionId: id, stamps: [{ ...stamp, once }], at: new Date() }),
    )
  const numbers = (await scene.store.timeline.read({ submissionId: id })).map(({ seq }) => seq)
  expect(numbers).toEqual(numbers.map((_, position) => position + 1))
})
