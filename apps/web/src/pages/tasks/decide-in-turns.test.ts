// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { serveAnswers } from '../../testing/serve-answers.ts'
import { decideInTurns } from './decide-in-turns.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

test('hundreds are decided in turns, each told at once, and none is asked for twice', async () => {
  const asked = serveAnswers(({ body }) => {
    const { decisions } = body as { decisions: { task: string }[] }
    return { results: decisions.map(({ task }) => ({ task, outcome: 'done' })) }
  })
  const told: number[] = []
  const decisions = Array.from({ length: 45 }, (_, at) => ({ task: `t${at}`, choice: 'approve' as const }))
  const all = await decideInTurns(decisions, (results) => told.push(results.length))
  expect(told).toEqual([20, 20, 5])
  expect(asked).toHaveLength(3)
  expect(new Set(all.map(({ task }) => task)).size).toBe(45)
})
