import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { forgetProcess, rememberProcess } from '../data-folder/process-record.ts'
import { endProcess } from './end-process.ts'
import { logFile, openLog } from './process-log.ts'

export interface ProcessPlan {
  name: string
  program: string
  arguments: string[]
  env: NodeJS.ProcessEnv
  dataFolder: string
}

export interface RunningProcess {
  name: string
  pid: number
  ended: Promise<void>
  /** Once it has ended; null when a signal ended it. */
  exitCode(): number | null
  /** Asks it to end and insists after a while. */
  stop(): Promise<void>
  kill(signal: NodeJS.Signals): void
}

/** A child in a process group of its own: Ctrl+C reaches us alone, so that we can stop the children in order. */
export function startProcess(plan: ProcessPlan): RunningProcess {
  const { name, dataFolder } = plan
  openLog({ dataFolder, name })
  const log = openSync(logFile({ dataFolder, name }), 'a')
  const child = spawn(plan.program, plan.arguments, {
    env: plan.env,
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  const pid = child.pid ?? 0
  if (pid) rememberProcess({ dataFolder, name, pid })
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  }).then(() => forgetProcess(dataFolder, name))
  return {
    name,
    pid,
    ended,
    exitCode: () => child.exitCode,
    kill: (signal) => void child.kill(signal),
    stop: () => endProcess({ kill: (signal) => void child.kill(signal), ended }),
  }
}
