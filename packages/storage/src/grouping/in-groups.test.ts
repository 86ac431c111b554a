import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { inGroups } from './in-groups.ts'

test('whoever comes while a group is under way goes into the next one', async () => {
  const groups: number[][] = []
  const double = inGroups<number, number>({
    most: 10,
    inFlight: 1,
    together: async (wishes) => {
      groups.push([...wishes])
      await pause(5)
      return wishes.map((wish) => wish * 2)
    },
  })
  const first = double(1)
  await pause(1)
  expect(await Promise.all([first, double(2), double(3)])).toEqual([2, 4, 6])
  expect(groups).toEqual([[1], [2, 3]])
})

test('a group is no larger than it may be, and no more of them go at once', async () => {
  let underWay = 0
  let mostUnderWay = 0
  const sizes: number[] = []
  const echo = inGroups<number, number>({
    most: 3,
    inFlight: 2,
    together: async (wishes) => {
      underWay += 1
      mostUnderWay = Math.max(mostUnderWay, underWay)
      sizes.push(wishes.length)
      await pause(2)
      underWay -= 1
      return wishes
    },
  })
  const wishes = Array.from({ length: 10 }, (_, position) => position)
  expect(await Promise.all(wishes.map(echo))).toEqual(wishes)
  expect(sizes).toEqual([3, 3, 3, 1])
  expect(mostUnderWay).toBe(2)
})

test('one that cannot be done fails alone', async () => {
  const refuse = (wish: number) => {
    if (wish === 2) throw new RangeError('two')
    return wish
  }
  const careful = inGroups<number, number>({
    most: 10,
    inFlight: 1,
    together: async (wishes) => wishes.map(refuse),
    alone: async (wish) => refuse(wish),
  })
  const answers = await Promise.allSettled([1, 2, 3].map(careful))
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('behind a group that rests whoever comes meanwhile leaves together', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const groups: number[][] = []
    const save = inGroups<number, number>({
      most: 100,
      inFlight: 1,
      together: async (wishes) => {
        groups.push([...wishes])
        return wishes
      },
      restMsBehind: (members) => (members < 3 ? 0 : 40),
    })
    await Promise.all([1, 2].map(save))
    await Promise.all([3, 4, 5].map(save))
    const late = [save(6)]
    await new Promise(setImmediate)
    late.push(save(7))
    await vi.advanceTimersByTimeAsync(39)
    await new Promise(setImmediate)
    expect(groups).toEqual([
      [1, 2],
      [3, 4, 5],
    ])
    await vi.advanceTimersByTimeAsync(1)
    expect(await Promise.all(late)).toEqual([6, 7])
    expect(groups.at(-1)).toEqual([6, 7])
  } finally {
    vi.useRealTimers()
  }
})

test('where a full group waits already, nobody rests', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const groups: number[][] = []
    const save = inGroups<number, number>({
      most: 3,
      inFlight: 1,
      together: async (wishes) => {
        groups.push([...wishes])
        return wishes
      },
      restMsBehind: () => 40,
    })
    await Promise.all([1, 2, 3, 4, 5, 6].map(save))
    expect(groups).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ])
  } finally {
    vi.useRealTimers()
  }
})

test('a group that is never answered holds up the next one for a minute, not for ever', async () => {
  vi.useFakeTimers()
  try {
    const never = new Promise<never>(() => undefined)
    const save = inGroups<string, string>({
      most: 1,
      inFlight: 1,
      together: async ([wish = '']) => (wish === 'lost' ? never : [wish]),
      alone: async (wish) => (wish === 'lost' ? never : wish),
    })
    const answers = Promise.allSettled(['lost', 'next'].map(save))
    await vi.advanceTimersByTimeAsync(61_000)
    expect(await answers).toMatchObject([
      { status: 'rejected', reason: { code: 'database-silent', retryable: true } },
      { status: 'fulfilled', value: 'next' },
    ])
  } finally {
    vi.useRealTimers()
  }
})
