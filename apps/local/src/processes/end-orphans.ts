import { setTimeout as pause } from 'node:timers/promises'
import { forgetProcess, livingProcess } from '../data-folder/process-record.ts'
import { endProcess } from './end-process.ts'

/** Ends what a killed `npm start` left behind on this data folder. Call it with the folder's lock in hand. */
export async function endOrphans(dataFolder: string, names: string[]): Promise<string[]> {
  const orphans = names.filter((name) => livingProcess(dataFolder, name))
  for (const name of orphans) {
    const orphan = livingProcess(dataFolder, name)
    if (orphan)
      await endProcess({ kill: (signal) => signalTo(orphan.pid, signal), ended: untilGone(dataFolder, name) })
    forgetProcess(dataFolder, name)
  }
  return orphans
}

function signalTo(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended by itself in between.
  }
}

async function untilGone(dataFolder: string, name: string): Promise<void> {
  while (livingProcess(dataFolder, name)) await pause(50)
}
