import type { JsonObject } from '../../../fake-service/json.ts'
import type { Entity } from '../json.ts'
import { judgeWrite } from '../rules/write.ts'
import type { Books } from './books.ts'
import type { Realm } from './realm.ts'

interface Paid {
  books: Books
  realm: Realm
  bill: Entity
  /** What is open, unless said. */
  amount?: number
}

/** A person pays a bill in the ledger's own pages, by cheque from the first bank account. */
export async function payByHand({ books, realm, bill, amount }: Paid): Promise<Entity | undefined> {
  const bank = realm.all('Account').find(({ AccountType }) => AccountType === 'Bank')
  const Amount = amount ?? Number(bill.Balance ?? 0)
  const body: JsonObject = {
    VendorRef: bill.VendorRef ?? null,
    PayType: 'Check',
    CheckPayment: { BankAccountRef: { value: bank?.Id ?? '' } },
    TotalAmt: Amount,
    Line: [{ Amount, LinkedTxn: [{ TxnId: bill.Id, TxnType: 'Bill' }] }],
  }
  const at = books.timestamp()
  const commit = judgeWrite({ realm, kind: 'BillPayment', operation: 'create', body, at, by: 'person' })
  books.write(commit)
  await books.settled()
  return commit.changes[0]?.entity
}
