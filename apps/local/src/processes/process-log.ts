import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

const largest = 20 * 1024 * 1024

interface LogOf {
  dataFolder: string
  name: string
}

export const logFile = ({ dataFolder, name }: LogOf) => join(dataFolder, 'logs', `${name}.log`)

/** Begins a new log when the old one has grown large; one old one is kept. */
export function openLog(log: LogOf): void {
  const file = logFile(log)
  mkdirSync(dirname(file), { recursive: true })
  if (existsSync(file) && statSync(file).size > largest) renameSync(file, `${file}.1`)
  closeSync(openSync(file, 'a'))
}

export function tailOfLog(log: LogOf): string {
  const file = logFile(log)
  return existsSync(file) ? readFileSync(file, 'utf8').slice(-8_000) : ''
}
