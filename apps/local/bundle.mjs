// Bundles a workspace's src/main.ts to dist/main.js: `node bundle.mjs [--whole] [entry] [outfile]` in its folder.
// Our own packages are inlined from the tree that the entry stands in, so that a patched copy bundles as well.
// --whole inlines the rest too: a server of one file comes up in less than half the time, and is what a restart waits for.
import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as esbuild from 'esbuild'

/** What only node itself can load, and what the database driver offers to use if it is there; and what is loaded with the first PDF. */
const neverInlined = [
  '@node-rs/argon2',
  '@aws-sdk/*',
  '@mongodb-js/zstd',
  'aws4',
  'gcp-metadata',
  'kerberos',
  'mongodb-client-encryption',
  'pdfmake',
  'snappy',
  'socks',
]

/** Packages of the CommonJS kind look for these names, which an ES module does not have; as globals they clash with none. */
const commonJsNames = [
  "globalThis.require = (await import('node:module')).createRequire(import.meta.url)",
  "globalThis.__filename = (await import('node:url')).fileURLToPath(import.meta.url)",
  "globalThis.__dirname = (await import('node:path')).dirname(__filename)",
].join(';')

export async function bundle({ entry, outfile, whole = false }) {
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
    plugins: [inlineOurs({ tree: treeOf(entry), whole }), ...(whole ? [unmappedPackages] : [])],
    ...(whole ? { external: neverInlined, banner: { js: commonJsNames }, sourcesContent: false } : {}),
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

const inlineOurs = ({ tree, whole }) => ({
  name: 'inline-ours',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point') return undefined
      const [, name, door = ''] = /^@fieldledger\/([^/]+)(\/.*)?$/.exec(path) ?? []
      if (name) return { path: doorOf(join(tree, 'packages', name), `.${door}`) }
      return whole ? undefined : { path, external: true }
    })
  },
})

/** Node reads the whole source map at every start: only our own lines are worth that. */
const unmappedPackages = {
  name: 'unmapped-packages',
  setup(build) {
    const empty = Buffer.from('{"version":3,"sources":["package"],"mappings":"AAAA"}').toString('base64')
    build.onLoad({ filter: /node_modules\/.*\.[cm]?js$/ }, async ({ path }) => ({
      contents: `${await readFile(path, 'utf8')}\n//# sourceMappingURL=data:application/json;base64,${empty}`,
      loader: 'default',
    }))
  },
}

function doorOf(folder, door) {
  const { name, exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (!exports[door]) throw Error(`${name} has no door "${door}": its package.json lists them under exports.`)
  return join(folder, exports[door])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    options: { whole: { type: 'boolean' } },
    allowPositionals: true,
  })
  const [entry = 'src/main.ts', outfile = 'dist/main.js'] = positionals
  await bundle({ entry: resolve(entry), outfile: resolve(outfile), ...values })
}
