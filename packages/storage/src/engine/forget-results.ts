import { trusted } from 'mongoose'
import { longestInRunMs } from '../runtime/results-in-run.ts'
import { defineRuntimeModels, keptSeconds } from '../runtime/runtime-models.ts'
import { acrossCompanies } from '../scope/across-companies.ts'
import type { Database } from '../scope/connect-database.ts'

interface Mark {
  _id: string
  upTo: string
}

const markId = 'results in runs'
const mostAtOnce = 1000

/**
 * What stands in old runs of their steps' results goes on the day after its ninetieth; rows of results go by their index.
 * The ids of runs rise with time, so it walks along them, once: an index of what is still there would cost each run a
 * write. Answers how many runs it passed.
 */
export async function forgetResults(database: Database, now = new Date()): Promise<number> {
  const before = idAt(now.getTime() - keptSeconds * 1000 - longestInRunMs)
  for (let passed = 0; ; ) {
    const more = await forgetSome(database, before)
    passed += more
    if (more < mostAtOnce) return passed
  }
}

async function forgetSome(database: Database, before: string): Promise<number> {
  const { runs } = defineRuntimeModels(database.connection)
  const marks = database.connection.collection<Mark>('sweepMarks')
  const { upTo = '' } = (await marks.findOne({ _id: markId })) ?? {}
  const found = await runs
    .find({ _id: trusted({ $gt: upTo, $lt: before }) }, { _id: 1 })
    .setOptions(acrossCompanies('forget what went into old steps'))
    .sort({ _id: 1 })
    .limit(mostAtOnce)
    .lean()
  const last = found.at(-1)
  if (last === undefined) return 0
  await runs
    .updateMany({ _id: trusted({ $in: found.map(({ _id }) => _id) }) }, { $unset: { results: true } })
    .setOptions(acrossCompanies('forget what went into old steps'))
  await marks.updateOne({ _id: markId }, { $set: { upTo: last._id } }, { upsert: true })
  return found.length
}

/** Where the ids of that moment begin (UUIDv7: milliseconds first). */
function idAt(ms: number): string {
  const hex = ms.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}`
}
