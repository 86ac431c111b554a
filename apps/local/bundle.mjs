// Bundles a workspace's src/main.ts to dist/main.js: `node bundle.mjs [--whole] [entry] [outfile]` in its folder.
// Our own packages are inlined from the tree that the entry stands in, so that a patched copy bundles as well.
// --whole inlines the rest too and keeps V8's compiled code beside it, for an entry that exports main(): a server comes
// up in a fifth of the time, and that is what a restart waits for.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as esbuild from 'esbuild'
import { foot, head, idLength } from './bundle/load-program.mjs'
import { modulesApart } from './bundle/modules-apart.mjs'
import { programFlags } from './bundle/program-flags.mjs'

const bundleFolder = join(dirname(fileURLToPath(import.meta.url)), 'bundle')

/** What only node itself can load, and what the database driver offers to use if it is there; and what is loaded with the first PDF. */
const neverInlined = [
  '@node-rs/argon2',
  '@aws-sdk/*',
  '@mongodb-js/zstd',
  'aws4',
  'fontkit',
  'gcp-metadata',
  'kerberos',
  'mongodb-client-encryption',
  'pdfmake',
  'snappy',
  'socks',
]

const always = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  jsx: 'automatic',
  sourcemap: true,
  logLevel: 'warning',
  loader: { '.svg': 'text' },
}

export async function bundle({ entry, outfile, whole = false }) {
  if (whole) await bundleProgram({ entry, outfile })
  else
    await esbuild.build({
      ...always,
      entryPoints: [entry],
      outfile,
      format: 'esm',
      plugins: [inlineOurs({ tree: treeOf(entry), whole })],
    })
  await esbuild.stop()
}

/** main.js launches main.cjs, whose stacks main.cjs.map tells and whose compiled code main.cache holds. */
async function bundleProgram({ entry, outfile }) {
  const program = outfile.replace(/js$/, 'cjs')
  // With what parses for it, which only the build of a server needs.
  const { steadySpreads } = await import('./bundle/steady-spreads.mjs')
  const tree = treeOf(entry)
  const blank = '0'.repeat(idLength)
  const { outputFiles } = await esbuild.build({
    ...always,
    entryPoints: [entry],
    outfile: program,
    write: false,
    format: 'cjs',
    plugins: [inlineOurs({ tree, whole: true }), readWith({ tree, rewrite: steadySpreads })],
    external: neverInlined,
    sourcesContent: false,
    banner: { js: head(blank) },
    footer: { js: foot },
    define: { 'import.meta.url': 'importMetaUrl' },
    supported: { 'dynamic-import': false },
  })
  await mkdir(dirname(outfile), { recursive: true })
  for (const { path, text } of outputFiles)
    writeFileSync(path, path.endsWith('.map') ? text : identified(inAscii(modulesApart(text)), blank))
  await esbuild.build({
    entryPoints: [join(bundleFolder, 'launcher.mjs')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
  })
  const maker = join(bundleFolder, 'make-code-cache.mjs')
  execFileSync(process.execPath, [...programFlags, maker, program], { stdio: 'inherit' })
}

/** Its hash in the place of its blank id: nothing of what is run is added after it. */
function identified(program, blank) {
  return program.replace(blank, createHash('sha256').update(program).digest('hex'))
}

/** A program is read as ASCII. esbuild writes its strings so, but leaves a tagged template as it is in the source. */
function inAscii(program) {
  return program.replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
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
const unmapped = `\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(
  '{"version":3,"sources":["package"],"mappings":"AAAA"}',
).toString('base64')}`

const readWith = ({ tree, rewrite }) => ({
  name: 'read-with',
  setup(build) {
    build.onLoad({ filter: /\.[cm]?[jt]sx?$/ }, async ({ path }) => {
      const source = rewrite(await readFile(path, 'utf8'), path)
      const isOurs = !relative(tree, path).split(sep).includes('node_modules')
      return { contents: isOurs ? source : source + unmapped, loader: 'default' }
    })
  },
})

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
