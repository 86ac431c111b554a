import { readFileSync } from 'node:fs'
import type { Db } from 'mongodb'
import { type MachineTime, watchMachine } from './machine-time.ts'

export interface Cost {
  /** Process → milliseconds of CPU for one run. */
  cpuMs: Record<string, number>
  /** Inserts, updates, deletes, reads, commits … of the database for one run. */
  database: Record<string, number>
  runs: number
  machine: MachineTime
  /** Of this process, which is the load generator and the other system: milliseconds for one run. */
  generatorMs: number
}

/** Linux counts a process's time in hundredths of a second. */
const msPerTick = 10

/** Begins to watch; the answer says what was spent since, for each of so many runs. */
export async function watchCost(watched: {
  database: Db
  pids: Readonly<Record<string, number>>
}): Promise<(runs: number) => Promise<Cost>> {
  const { database, pids } = watched
  const machineSince = watchMachine()
  const own = process.cpuUsage()
  const before = { cpu: cpuOf(pids), counts: await countsOf(database) }
  return async (runs) => {
    const machine = machineSince()
    const { user, system } = process.cpuUsage(own)
    const generatorMs = (user + system) / 1000 / Math.max(1, runs)
    const after = { cpu: cpuOf(pids), counts: await countsOf(database) }
    const perRun = (late: Record<string, number>, early: Record<string, number>) =>
      Object.fromEntries(
        Object.entries(late).map(([name, value]) => [name, (value - (early[name] ?? 0)) / Math.max(1, runs)]),
      )
    return {
      cpuMs: perRun(after.cpu, before.cpu),
      database: perRun(after.counts, before.counts),
      runs,
      machine,
      generatorMs,
    }
  }
}

function cpuOf(pids: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, cpuMsOf(pid)]))
}

// After the name in brackets: state is field 3, utime 14, stime 15.
function cpuMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * msPerTick
}

async function countsOf(database: Db): Promise<Record<string, number>> {
  const status = await database.admin().serverStatus()
  const {
    insert,
    update,
    delete: removed,
  } = status.metrics.document
    ? {
        insert: status.metrics.document.inserted,
        update: status.metrics.document.updated,
        delete: status.metrics.document.deleted,
      }
    : status.opcounters
  return {
    'documents inserted': Number(insert),
    'documents updated': Number(update),
    'documents deleted': Number(removed),
    queries: Number(status.opcounters.query) + Number(status.opcounters.getmore),
    commands: Number(status.opcounters.command),
    'transactions committed': Number(status.transactions?.totalCommitted ?? 0),
    'journal syncs': Number(status.wiredTiger?.log?.['log sync operations'] ?? 0),
  }
}
