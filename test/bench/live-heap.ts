import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { until } from '../support/until.ts'

/** For a process whose live heap is to be asked for; its snapshots go to that folder. */
export function heapOptions(folder: string): string {
  return `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${folder}`
}

interface Snapshot {
  snapshot: { meta: { node_fields: string[] } }
  nodes: number[]
}

const withinMs = 120_000

/** What is still reachable in a process, in MB: node collects garbage before it writes a snapshot. */
export async function liveHeap({ pid, folder }: { pid: number; folder: string }): Promise<number> {
  process.kill(pid, 'SIGUSR2')
  const { snapshot, nodes } = await until({ what: 'a heap snapshot was written', withinMs }, () =>
    wholeSnapshot(folder),
  )
  const fields = snapshot.meta.node_fields
  const size = fields.indexOf('self_size')
  let bytes = 0
  for (let node = 0; node < nodes.length; node += fields.length) bytes += nodes[node + size] ?? 0
  return bytes / 1024 ** 2
}

// The file is there before all of it is.
async function wholeSnapshot(folder: string): Promise<Snapshot | undefined> {
  const name = (await readdir(folder)).find((file) => file.endsWith('.heapsnapshot'))
  if (name === undefined) return undefined
  const text = await readFile(join(folder, name), 'utf8')
  if (!text.trimEnd().endsWith(']}')) return undefined
  await rm(join(folder, name))
  return JSON.parse(text) as Snapshot
}
