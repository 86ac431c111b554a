import { execFileSync } from 'node:child_process'
import { cp, mkdir, readdir, symlink } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { root } from '../house/root.ts'
import { buildCopy } from './build-tree.ts'

const left = new Set(['node_modules', 'dist', '.turbo'])
const webApp = join(root, 'apps', 'web')

/** A built copy of our sources with a patch applied, for tests that must see a promise broken without its fence. */
export async function patchedCopy(options: { folder: string; patch: string }): Promise<string> {
  const { folder, patch } = options
  await copySources(folder, ['apps', 'packages', join('test', 'fixtures')])
  await borrowModules(folder)
  await mkdir(join(folder, 'apps', 'web'), { recursive: true })
  await symlink(join(root, 'apps', 'web', 'dist'), join(folder, 'apps', 'web', 'dist'))
  apply(patch, folder)
  buildCopy(folder)
  return folder
}

/** The same, not built: for whoever bundles an entry of it. */
export async function patchedSources(options: { folder: string; patch: string }): Promise<string> {
  const { folder, patch } = options
  const simulation = [join('test', 'simulation'), join('test', 'integration', 'runtime')]
  await copySources(folder, ['apps', 'packages', ...simulation])
  apply(patch, folder)
  return folder
}

function apply(patch: string, folder: string): void {
  execFileSync('git', ['apply', '--unidiff-zero', '-p1', patch], { cwd: folder })
}

async function copySources(folder: string, parts: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true })
  await cp(join(root, 'package.json'), join(folder, 'package.json'))
  for (const part of parts)
    await cp(join(root, part), join(folder, part), {
      recursive: true,
      filter: (source) =>
        source !== webApp &&
        !source
          .slice(root.length)
          .split(sep)
          .some((name) => left.has(name)),
    })
}

async function borrowModules(folder: string) {
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const part of ['apps', 'packages'])
    for (const name of await readdir(join(root, part))) {
      const own = await readdir(join(root, part, name))
      if (own.includes('node_modules') && name !== 'web')
        await symlink(join(root, part, name, 'node_modules'), join(folder, part, name, 'node_modules'))
    }
}
