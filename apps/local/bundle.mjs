// Bundles a workspace's src/main.ts to dist/main.js: `node bundle.mjs [entry] [outfile]` in the workspace's folder.
// Our own packages are inlined from the tree that the entry stands in, so that a patched copy bundles as well.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'

export async function bundle({ entry, outfile }) {
  await esbuild.build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'warning',
    loader: { '.svg': 'text' },
    plugins: [inlineOurs(treeOf(entry))],
  })
  await esbuild.stop()
}

function treeOf(file) {
  let folder = dirname(file)
  while (!isTree(folder)) {
    if (dirname(folder) === folder)
      throw Error(`${file} stands in no workspace tree: run this inside the checkout.`)
    folder = dirname(folder)
  }
  return folder
}

function isTree(folder) {
  const manifest = join(folder, 'package.json')
  return existsSync(manifest) && 'workspaces' in JSON.parse(readFileSync(manifest, 'utf8'))
}

const inlineOurs = (tree) => ({
  name: 'inline-ours',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point') return undefined
      const [, name, door = ''] = /^@fieldledger\/([^/]+)(\/.*)?$/.exec(path) ?? []
      return name ? { path: doorOf(join(tree, 'packages', name), `.${door}`) } : { path, external: true }
    })
  },
})

function doorOf(folder, door) {
  const { name, exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (!exports[door]) throw Error(`${name} has no door "${door}": its package.json lists them under exports.`)
  return join(folder, exports[door])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [entry = 'src/main.ts', outfile = 'dist/main.js'] = process.argv.slice(2)
  await bundle({ entry: resolve(entry), outfile: resolve(outfile) })
}
