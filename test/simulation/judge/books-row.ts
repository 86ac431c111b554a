import type { Submission } from '@fieldledger/forms'
import type { Effect, Run, SubmissionRevision } from '@fieldledger/runtime'
import { entriesIn, entriesOfForm, type StampsInForm, type TimelineRow } from '@fieldledger/storage'
import type { Task } from '@fieldledger/workflow'
import type { MemoryDatabase } from '../memory-database/memory-database.ts'

export type RunRow = Omit<Run, 'id'> & { _id: string; claimedBy: string | null }
export type EffectRow = Omit<Effect, 'id'> & { _id: string; claimedBy: string | null }
export type TaskRow = Omit<Task, 'id'> & { _id: string }
export type SubmissionRow = Omit<Submission, 'id'> & { _id: string }
export type WorkerRow = { _id: string; beatAt: Date }

/** Our own books, read without a scheduling point. */
export function ourBooks(database: MemoryDatabase) {
  const all = <Kind>(collection: string) => [...database.rows(collection)] as unknown as Kind[]
  return {
    runs: () => all<RunRow>('runs'),
    effects: () => all<EffectRow>('effects'),
    tasks: () => all<TaskRow>('tasks'),
    timeline: () => [
      ...all<SubmissionRow & StampsInForm>('submissions').flatMap(entriesOfForm),
      ...all<TimelineRow>('timeline').flatMap(entriesIn),
    ],
    submissions: () => all<SubmissionRow>('submissions'),
    revisions: () => all<SubmissionRevision>('revisions'),
    workers: () => all<WorkerRow>('workers'),
  }
}

export type OurBooks = ReturnType<typeof ourBooks>
