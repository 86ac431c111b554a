import { setTimeout as pause } from 'node:timers/promises'
import type { Db } from 'mongodb'
import type { SendingCompany } from '../../support/make-company.ts'
import { until } from '../../support/until.ts'
import { isSettled } from './is-settled.ts'
import { judgeBooks } from './judge-books.ts'
import { openOffice } from './open-office.ts'
import { type OrderStory, submitOrder } from './order-stories.ts'

/**
 * Orders come in one after the other as long as there is trouble, at least so many; then everything must settle, and the
 * ledger's books must agree with ours. Answers how many orders there were.
 */
export async function whileOrdering(
  scene: { company: SendingCompany; database: Db; orders: number; everyMs?: number; settleWithinMs?: number },
  trouble: () => Promise<void>,
): Promise<number> {
  const { company, database, orders, everyMs = 250, settleWithinMs = 120_000 } = scene
  const office = await openOffice(company, database)
  let troubled = true
  const ordering = async () => {
    const stories: OrderStory[] = []
    while (troubled || stories.length < orders) {
      stories.push(await submitOrder(office, stories.length + 1))
      await pause(everyMs)
    }
    return stories
  }
  const troubling = trouble().finally(() => {
    troubled = false
  })
  const [stories] = await Promise.all([ordering(), troubling])
  await until({ what: 'everything settled', withinMs: settleWithinMs, everyMs: 300 }, () =>
    isSettled(database, company.id),
  )
  const books = await company.ledger.books(company.realm)
  await judgeBooks({ database, companyId: company.id, stories, books })
  return stories.length
}
