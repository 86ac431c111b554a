import type { CompanyScope } from '@fieldledger/workflow'
import type { CataloguePorts } from '../ports/catalogue-ports.ts'
import { searchWords } from '../search/search-words.ts'
import { findActiveLedger } from './find-ledger.ts'
import { type LedgerList, type LedgerRow, readLedgerList } from './read-ledger-list.ts'

const mostRows = 50
/** Lists that a ledger may hold by the ten thousand, and searches by itself. */
const searched: readonly LedgerList[] = ['vendor.list', 'item.list', 'account.list']

/**
 * What of the ledger a person can link with, read now: active ones first, each word a prefix of one in the record. The
 * ledger is asked for the longest word, not for its whole list at every key that is pressed; only where that finds
 * nothing is the list read: a SKU, or an accent that was left out, is not seen by its search.
 */
export async function searchLedger<List extends LedgerList>(
  ports: Pick<CataloguePorts, 'connections' | 'driverFor'>,
  question: { scope: CompanyScope; connectionId: string; list: List; text: string; activeOnly?: boolean },
): Promise<LedgerRow<List>[]> {
  const { target } = await findActiveLedger(ports, question)
  const { list, text } = question
  const wanted = searchWords(text)
  const isWanted = (row: LedgerRow<List>) => {
    if (question.activeOnly === true && !row.active) return false
    const words = searchWords(...textsOf(row))
    return wanted.every((word) => words.some((has) => has.startsWith(word)))
  }
  const read = async (matching?: string) => {
    const fitting: LedgerRow<List>[] = []
    let active = 0
    const isEnough = (page: readonly LedgerRow<List>[]) => {
      const fits = page.filter(isWanted)
      fitting.push(...fits)
      active += fits.filter((row) => row.active).length
      return active >= mostRows
    }
    await readLedgerList(ports.driverFor(target), { list, target, matching, isEnough })
    return fitting
  }
  const matching = searched.includes(list) ? longestWord(text) : undefined
  const found = await read(matching)
  const rows = found.length > 0 || matching === undefined ? found : await read()
  return rows.sort((one, other) => Number(other.active) - Number(one.active)).slice(0, mostRows)
}

/** As it was typed: a ledger does not search without accents. */
function longestWord(text: string): string | undefined {
  const words = text.split(/[^\p{Letter}\p{Mark}\p{Number}]+/u).filter((word) => word !== '')
  return words.sort((one, other) => other.length - one.length)[0]
}

function textsOf(row: object): string[] {
  return Object.values(row).filter((value) => typeof value === 'string')
}
