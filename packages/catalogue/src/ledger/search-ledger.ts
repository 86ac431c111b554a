import type { CompanyScope } from '@fieldledger/workflow'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import { searchWords } from '../search/search-words.ts'
import { findActiveLedger } from './find-ledger.ts'
import { type LedgerList, type LedgerRow, readLedgerList } from './read-ledger-list.ts'

const mostRows = 50

/** What of the ledger a person can link with, read now: active ones first, each word a prefix of one in the name. */
export async function searchLedger<List extends LedgerList>(
  ports: Pick<CataloguePorts, 'connections' | 'driverFor'>,
  question: { scope: CompanyScope; connectionId: string; list: List; text: string; activeOnly?: boolean },
): Promise<LedgerRow<List>[]> {
  const { target } = await findActiveLedger(ports, question)
  const rows = await readLedgerList(ports.driverFor(target), { list: question.list, target })
  const wanted = searchWords(question.text)
  return rows
    .filter((row) => {
      if (question.activeOnly === true && !row.active) return false
      const words = searchWords(...textsOf(row))
      return wanted.every((word) => words.some((has) => has.startsWith(word)))
    })
    .sort((one, other) => Number(other.active) - Number(one.active))
    .slice(0, mostRows)
}

function textsOf(row: object): string[] {
  return Object.values(row).filter((value) => typeof value === 'string')
}
