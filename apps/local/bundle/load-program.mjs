import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import vm from 'node:vm'

/** Stands first in a program and in the cache of its code: V8 itself looks at the program's length alone. */
export const idLength = 64
/** Around a program: what node gives a CommonJS module, and what its sources call import.meta.url. */
export const head = (id) =>
  `/*${id}*/(function (exports, require, module, __filename, __dirname, importMetaUrl) {`
export const foot = '})'
export const cacheOf = (file) => file.replace(/cjs$/, 'cache')

/** Evaluates a bundled program. Compiled code that does not fit it, or not this Node, costs the time to compile anew. */
export function loadProgram(file, { useCache }) {
  // Pure ASCII, as the bundle writes it: read so, it takes no decoding.
  const source = readFileSync(file, 'latin1')
  const id = source.slice(2, 2 + idLength)
  const cache = useCache && existsSync(cacheOf(file)) ? readFileSync(cacheOf(file)) : undefined
  const fits = cache?.subarray(0, idLength).toString('latin1') === id
  const script = new vm.Script(source, {
    filename: file,
    ...(fits ? { cachedData: cache.subarray(idLength) } : {}),
  })
  const module = { exports: {} }
  const url = pathToFileURL(file).href
  const evaluate = script.runInThisContext()
  evaluate(module.exports, createRequire(file), module, file, dirname(file), url)
  const verdict = script.cachedDataRejected ? 'rejected' : 'taken'
  const compiled = cache === undefined ? 'absent' : fits ? verdict : 'foreign'
  return { program: module.exports, script, id, compiled }
}
