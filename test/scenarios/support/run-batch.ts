import { connectDatabase, createRuntimeStores } from '@fieldledger/storage'
import { companyScope } from '@fieldledger/workflow'
import type { Page } from '@playwright/test'
import { v7 } from 'uuid'
import { stackUrl } from './stack.ts'
import { stackPlace } from './stack-place.ts'

/** A batch with its forms, as a schedule leaves it: none of the clocks fires while a test waits. */
export async function runBatch(page: Page): Promise<void> {
  const ask = async <Body>(path: string) =>
    (await (await page.request.get(`${stackUrl}/api/v1${path}`)).json()) as Body
  const { company } = await ask<{ company: { id: string } }>('/me')
  const { rows } = await ask<{ rows: { id: string; formId: string; number: string }[] }>('/submissions')
  const [sent, failed] = rows
  if (sent === undefined || failed === undefined) return
  const database = await connectDatabase(stackPlace().mongoUrl)
  try {
    const { batches } = createRuntimeStores(database).of(companyScope(company.id))
    const id = v7()
    await batches.insert({
      id,
      companyId: company.id,
      formId: sent.formId,
      workflowId: sent.formId,
      workflowVersion: 1,
      origin: 'clock',
      tell: { roles: [], people: [] },
      state: 'finished',
      cursor: '',
      startedAt: new Date(),
      finishedAt: new Date(),
    })
    const item = { batchId: id, submissionId: sent.id, outcome: 'sent', number: sent.number } as const
    const why = { message: 'The vendor is not linked: link it, then send again.' }
    await batches.addItems([
      { ...item, id: v7() },
      { ...item, id: v7(), submissionId: failed.id, outcome: 'failed', ...why },
    ])
  } finally {
    await database.close()
  }
}
