import { expect, type Page } from '@playwright/test'
import { MongoClient } from 'mongodb'
import type { HttpSession } from '../../support/http-session.ts'
import { stackUrl } from './stack.ts'
import { stackPlace } from './stack-place.ts'

/** Opens a run on its canvas and notes there when the colour of each step changes, by that browser's clock. */
export async function watchColours(
  page: Page,
  { reader, submissionId }: { reader: HttpSession; submissionId: string },
) {
  const { runId } = await reader.get<{ runId: string }>(`/submissions/${submissionId}`)
  await page.goto(`${stackUrl}/runs/${runId}`)
  await expect(page.locator('[data-walk="waiting"]')).toHaveCount(1)
  const seen = await page.evaluateHandle(() => {
    const colouredAt: Record<string, number> = {}
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const card = target as HTMLElement
        const step = card.closest<HTMLElement>('.react-flow__node')?.dataset.id ?? ''
        if (card.dataset.walk === 'good') colouredAt[step] ??= Date.now()
      }
    }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-walk'] })
    return colouredAt
  })
  return {
    /** Once this step has its colour: by how many milliseconds each one's came after it was written down. */
    async lateness(last: string): Promise<Record<string, number>> {
      const way = page.locator(`.react-flow__node[data-id="${last}"] [data-walk="good"]`)
      await expect(way).toHaveCount(1, { timeout: 60_000 })
      const writtenAt = await checkpoints({ runId, submissionId })
      const colouredAt = await seen.jsonValue()
      return Object.fromEntries(
        Object.entries(colouredAt).map(([step, at]) => [step, at - (writtenAt.get(step) ?? Number.NaN)]),
      )
    },
  }
}

/** When each step's result was saved: several steps share a checkpoint, which is told of as it is saved. */
async function checkpoints(of: { runId: string; submissionId: string }): Promise<Map<string, number>> {
  const client = await MongoClient.connect(stackPlace().mongoUrl)
  try {
    const runs = client.db().collection<{ _id: string; results: { at: Date; stepId: string }[] }>('runs')
    const saved = (await runs.findOne({ _id: of.runId }))?.results ?? []
    const outbox = client.db().collection<{ at: Date }>('outbox')
    const told = await outbox.find({ 'hints.id': of.submissionId }).sort({ at: 1 }).toArray()
    return new Map(
      saved.map(({ at: left, stepId }) => {
        const at = told.find((row) => row.at >= left)?.at.getTime() ?? Number.NaN
        return [stepId, at] as const
      }),
    )
  } finally {
    await client.close()
  }
}
