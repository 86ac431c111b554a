import type { Database } from '../scope/connect-database.ts'

export const agendaCollection = 'agendaJobs'

/** Agenda's `every` is an upsert without a unique index: two servers that boot at once would make two clocks. */
export async function guardAgendaJobs({ connection }: Database): Promise<void> {
  await connection
    .collection(agendaCollection)
    .createIndex(
      { name: 1 },
      { unique: true, partialFilterExpression: { type: 'single' }, name: 'one-clock-each' },
    )
}
