// `node make-code-cache.mjs program.cjs`: evaluates the program without starting it and keeps what V8 compiled for that.
// In a process of its own: V8 takes compiled code only from one that ran with the same flags.
import { writeFileSync } from 'node:fs'
import { cacheOf, loadProgram } from './load-program.mjs'

const [file = ''] = process.argv.slice(2)
const { script, id } = loadProgram(file, { useCache: false })
writeFileSync(cacheOf(file), Buffer.concat([Buffer.from(id, 'latin1'), script.createCachedData()]))
process.exit(0)
