import type { AuthorisationStates } from '@fieldledger/connections'
import type { Database } from '../scope/connect-database.ts'
import { defineConnectionModels } from './connection-models.ts'

export function createAuthorisationStates(database: Database): AuthorisationStates {
  const { states } = defineConnectionModels(database.connection)
  return {
    async save({ hash, ...state }) {
      await states.insertMany([{ ...state, _id: hash }])
    },
    async take(hash) {
      const taken = await states.findOneAndDelete({ _id: hash }).lean()
      if (taken === null) return undefined
      const { _id, ...state } = taken
      return { ...state, hash: _id }
    },
  }
}
