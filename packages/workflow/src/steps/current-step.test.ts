import { expect, test } from 'vitest'
import { currentGraph, refusedConfig } from './current-step.ts'
import type { StepDefinition } from './define-step.ts'

const migrations: StepDefinition['migrations'] = [
  ({ who, ...config }) => {
    if (typeof who !== 'string') throw new RangeError('Nobody.')
    return { ...config, people: [who] }
  },
  (config) => ({ ...config, mode: 'any' }),
]
const definition = { kind: 'ask', migrations } as unknown as StepDefinition
const definitionOf = (kind: string) => (kind === 'ask' ? definition : undefined)
const read = (config: Record<string, unknown>, configVersion?: number) => {
  const step = { kind: 'ask', name: 'Ask', config, ...(configVersion === undefined ? {} : { configVersion }) }
  const graph = currentGraph({ steps: { s_ask1: step }, edges: [] }, definitionOf)
  const found = graph.steps.s_ask1 ?? step
  return { ...found, refused: refusedConfig(found, definition)?.code }
}

test('a config of an older version is brought up, one migration after the other, and then left alone', () => {
  const current = { config: { people: ['p1'], mode: 'any' }, configVersion: 3, refused: undefined }
  expect(read({ who: 'p1' })).toMatchObject(current)
  expect(read({ people: ['p1'] }, 2)).toMatchObject(current)
  expect(read(current.config, 3)).toMatchObject(current)
})

test('one that cannot be brought up, or is of a version to come, stays as it is and is refused by name', () => {
  expect(read({ who: 7 })).toMatchObject({ config: { who: 7 }, refused: 'config-of-older-version' })
  expect(read({ people: [] }, 4)).toMatchObject({
    config: { people: [] },
    refused: 'config-of-newer-version',
  })
  expect(
    refusedConfig({ kind: 'ask', name: 'Ask Ann', config: {}, configVersion: 9 }, definition)?.message,
  ).toContain('"Ask Ann"')
})

test('a kind that is not known is left to whoever refuses unknown kinds', () => {
  const steps = { s_what: { kind: 'what', name: 'What', config: {} } }
  expect(currentGraph({ steps, edges: [] }, definitionOf).steps).toEqual(steps)
})
