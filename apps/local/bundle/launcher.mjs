// What `node dist/main.js` runs: the program beside it, with V8's compiled code from the build.
import { fileURLToPath } from 'node:url'
import { debuglog } from 'node:util'
import { loadProgram } from './load-program.mjs'
import { mapStacks } from './map-stacks.mjs'

const file = fileURLToPath(import.meta.url).replace(/js$/, 'cjs')
mapStacks(file)
const { program, compiled } = loadProgram(file, { useCache: true })
debuglog('fieldledger-launcher')(`compiled code: ${compiled}`)
await program.main()
