import type { CatalogueRepository } from '@fieldledger/catalogue'
import { isDuplicateKey } from '../runtime/is-duplicate-key.ts'
import type { Database } from '../scope/connect-database.ts'
import { inTransaction } from '../scope/in-transaction.ts'
import { defineCatalogueModels } from './catalogue-models.ts'
import { toStoredRecord } from './catalogue-records.ts'
import { changeOfRecord } from './change-of-record.ts'
import { ChangedMeanwhile } from './change-records.ts'
import { defineNameModel, holdNames } from './hold-names.ts'
import { nameClaims } from './name-claims.ts'

const mostLooks = 3

/** One record made or changed; a name that it comes to bear is held in the same transaction. */
export function changeNamed(database: Database): Pick<CatalogueRepository, 'insert' | 'update'> {
  const { lists } = defineCatalogueModels(database.connection)
  const names = defineNameModel(database.connection)
  return {
    async insert(kind, record) {
      const { companyId } = record
      const made = toStoredRecord(record)
      const claims = nameClaims(undefined, made)
      return isNamed(() =>
        inTransaction(database, async (session) => {
          await holdNames({ list: lists[kind], names }, { companyId, kind, claims, session })
          await lists[kind].insertMany([made], { session })
        }),
      )
    },
    async update({ companyId }, { kind, id, change }) {
      const which = { companyId, _id: id }
      const list = lists[kind]
      const present = await list.findOne(which).lean()
      if (present === null) return 'missing'
      if (nameClaims(present, { ...present, ...change }).length === 0) {
        await list.updateOne(which, changeOfRecord(present, change))
        return 'changed'
      }
      const isTaken = !(await isNamed(() =>
        inTransaction(database, async (session) => {
          const before = (await list.findOne(which, undefined, { session }).lean()) ?? present
          const claims = nameClaims(before, { ...before, ...change })
          await holdNames({ list, names }, { companyId, kind, claims, session })
          await list.updateOne(which, changeOfRecord(before, change), { session })
        }),
      ))
      return isTaken ? 'name-taken' : 'changed'
    },
  }
}

/** The first of two that claim a name which nobody ever had finds its row made by the other: it looks once more. */
async function isNamed(work: () => Promise<void>, looks = mostLooks): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return false
    if (!isDuplicateKey(error) || looks === 0) throw error
    return isNamed(work, looks - 1)
  }
}
