import { spawn } from 'node:child_process'
import { root } from '../house/root.ts'

/** Runs a program of node_modules in the root, its output to the terminal; answers whether it was content. */
export function runTool(options: {
  script: string
  arguments: string[]
  env?: NodeJS.ProcessEnv
}): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [options.script, ...options.arguments], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...options.env },
    })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code === 0))
  })
}
