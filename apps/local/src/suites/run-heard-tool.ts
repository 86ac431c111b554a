import { spawn } from 'node:child_process'
import { root } from '../house/root.ts'

const mostLines = 60
const drainMs = 2000

export interface HeardTool {
  content: boolean
  /** How its output ended, at most 60 lines: where the test runners say what failed. */
  lastWords: string[]
}

/** As `runTool`; its output goes to the terminal and its end is kept, to be said once more after all suites. */
export function runHeardTool(options: {
  script: string
  arguments: string[]
  env?: NodeJS.ProcessEnv
}): Promise<HeardTool> {
  return new Promise((resolve, reject) => {
    const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}
    const child = spawn(process.execPath, [options.script, ...options.arguments], {
      cwd: root,
      stdio: ['inherit', 'pipe', 'pipe'],
      env: { ...process.env, ...colours, ...options.env },
    })
    let heard = ''
    const hear = (terminal: NodeJS.WriteStream) => (chunk: Buffer) => {
      terminal.write(chunk)
      heard = lastLines(heard + chunk.toString())
    }
    child.stdout.on('data', hear(process.stdout))
    child.stderr.on('data', hear(process.stderr))
    child.once('error', reject)
    child.once('exit', (code) => {
      const end = () => {
        clearTimeout(patience)
        child.stdout.destroy()
        child.stderr.destroy()
        resolve({ content: code === 0, lastWords: heard.trimEnd().split('\n') })
      }
      // A server that a killed test left behind holds the pipes open for good.
      const patience = setTimeout(end, drainMs)
      child.once('close', end)
    })
  })
}

function lastLines(text: string): string {
  return text
    .split('\n')
    .slice(-mostLines - 1)
    .join('\n')
}
