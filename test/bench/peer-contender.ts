import { type ChildProcess, fork } from 'node:child_process'
import type { Db } from 'mongodb'
import type { Contender } from './contender.ts'

export interface Peer extends Contender {
  pid: number
  stop(): void
}

interface PeerRun {
  _id: string
  finishedAt?: Date
  steps: { step: string; at: Date }[]
}

/** Stock Agenda in a process of its own. */
export async function peerContender(parts: {
  mongoUrl: string
  otherSystem: string
  database: Db
}): Promise<Peer> {
  const { mongoUrl, otherSystem, database } = parts
  const child = fork(process.argv[1] ?? '', ['--peer', mongoUrl, otherSystem], { stdio: 'inherit' })
  const port = await portOf(child)
  const runs = database.collection<PeerRun>('peerRuns')
  return {
    name: 'stock Agenda',
    pid: child.pid ?? 0,
    stop: () => void child.kill('SIGKILL'),
    url: `http://127.0.0.1:${port}/`,
    headers: { 'content-type': 'application/json' },
    makeBody: () => '{}',
    finished: () => runs.countDocuments({ finishedAt: { $exists: true } }),
    async lastFinish() {
      const last = await runs.findOne({ finishedAt: { $exists: true } }, { sort: { finishedAt: -1 } })
      return last?.finishedAt
    },
    async timesOf({ answer }) {
      const run = await runs.findOne({ _id: answer, finishedAt: { $exists: true } })
      const first = run?.steps[0]
      return run?.finishedAt === undefined || first === undefined
        ? undefined
        : { first: first.at, last: run.finishedAt }
    },
  }
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port))
    child.once('error', reject)
  })
}
