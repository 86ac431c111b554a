import type { SyncLogQuery } from '@fieldledger/runtime'
import { trusted } from 'mongoose'
import { pieceOf } from '../scope/piece-of.ts'

type Filter = Record<string, unknown>

/** Which rows of the journal are asked for, as a condition. */
export function journalFilter(which: Omit<SyncLogQuery, 'limit'>): Filter {
  const { submissionId, connectionId, came, ofForms, about, before } = which
  return {
    ...(ofForms === undefined ? {} : { submissionId: trusted({ $exists: ofForms }) }),
    ...(submissionId === undefined ? {} : { submissionId }),
    ...(connectionId === undefined ? {} : { connectionId }),
    ...(before === undefined ? {} : { _id: trusted({ $lt: before }) }),
    ...(came === undefined ? {} : cameOut(came)),
    ...(about === undefined ? {} : isAbout(about)),
  }
}

function cameOut(came: NonNullable<SyncLogQuery['came']>): Filter {
  if (came === 'well') return { failed: false }
  if ('codes' in came)
    return { failed: true, $and: [{ $or: wherever('error.code', { $in: [...came.codes] }) }] }
  return { failed: true, $nor: wherever('error.code', { $in: [...came.otherThan] }) }
}

function isAbout({
  submissionIds,
  connectionIds,
  operations,
  steps,
  says,
  askedBy,
}: NonNullable<SyncLogQuery['about']>): Filter {
  return {
    $or: [
      { submissionId: trusted({ $in: [...submissionIds] }) },
      { connectionId: trusted({ $in: [...connectionIds] }) },
      ...wherever('operation', { $in: [...operations] }),
      ...wherever('step', { $in: [...steps] }),
      ...wherever('error.message', pieceOf(says)),
      ...wherever('scope.asked.personId', { $in: [...askedBy] }),
      ...wherever('scope.asked.triedBy', { $in: [...askedBy] }),
    ],
  }
}

/** A field of the entry, or of the outline of one that is packed. */
function wherever(field: string, condition: object): Filter[] {
  return ['entry', 'outline'].map((place) => ({ [`${place}.${field}`]: trusted(condition) }))
}
