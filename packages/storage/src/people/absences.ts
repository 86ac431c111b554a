import type { Away } from '@fieldledger/runtime'
import type { CompanyScope } from '@fieldledger/workflow'
import { trusted } from 'mongoose'
import type { Database } from '../scope/connect-database.ts'
import { definePeopleModels, type StoredAbsence } from './people-models.ts'

export type Absence = StoredAbsence

export interface Absences {
  of(scope: CompanyScope, personId: string): Promise<Absence | undefined>
  /** undefined = back again. */
  set(scope: CompanyScope, which: { personId: string; absence: Absence | undefined }): Promise<void>
  /** Who is away at that moment; only where they and their stand-in work here. */
  away(scope: CompanyScope, at: Date): Promise<Away[]>
}

export function createAbsences(database: Database): Absences {
  const { memberships, users } = definePeopleModels(database.connection)

  async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const found = await users.find({ _id: trusted({ $in: [...ids] }) }, { name: 1 }).lean()
    return new Map(found.map(({ _id, name }) => [_id, name]))
  }

  return {
    async of({ companyId }, userId) {
      return (await memberships.findOne({ companyId, userId }, { absence: 1 }).lean())?.absence ?? undefined
    },
    async set({ companyId }, { personId, absence }) {
      const change = absence === undefined ? { $unset: { absence: 1 } } : { $set: { absence } }
      await memberships.updateOne({ companyId, userId: personId }, change)
    },
    async away({ companyId }, at) {
      const absent = await memberships
        .find({
          companyId,
          active: true,
          'absence.endsAt': trusted({ $gt: at }),
          'absence.startsAt': trusted({ $lte: at }),
        })
        .lean()
      if (absent.length === 0) return []
      const ids = absent.flatMap(({ absence }) => absence?.standInId ?? [])
      const present = await memberships
        .find({ companyId, active: true, userId: trusted({ $in: ids }) }, { userId: 1 })
        .lean()
      const here = new Set(present.map(({ userId }) => userId))
      const names = await namesOf([...absent.map(({ userId }) => userId), ...ids])
      return absent.flatMap(({ userId: id, role, absence }) => {
        const name = names.get(id)
        const standIn = { id: absence?.standInId ?? '', name: names.get(absence?.standInId ?? '') ?? '' }
        return name === undefined || !here.has(standIn.id) ? [] : [{ id, name, role, standIn }]
      })
    },
  }
}
