import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from '../bundle.mjs'
import { root } from './root.mjs'

/** Bundles src/<command>.ts, which Node 20 cannot run itself, and goes on in it. */
export async function handOver(command, rest) {
  const local = join(root, 'apps', 'local')
  const outfile = join(local, 'dist', `${command}.js`)
  await bundle({ entry: join(local, 'src', `${command}.ts`), outfile })
  process.argv = [process.execPath, outfile, ...rest]
  await import(pathToFileURL(outfile).href)
}
