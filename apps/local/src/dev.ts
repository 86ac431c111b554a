import { join } from 'node:path'
import { root } from './house/root.ts'
import { runCommand } from './house/run-command.ts'
import { say } from './house/say.ts'
import { startProcess } from './processes/start-process.ts'
import { greet } from './stack/greet.ts'
import { rebuildOnChange } from './stack/rebuild-on-change.ts'
import { runHouse } from './stack/run-house.ts'

const pages = 'http://127.0.0.1:5173'

/** As `npm start`, with the pages served by vite and the servers built anew on each change. */
await runCommand(() =>
  runHouse({
    arguments: [],
    whenUp: async (house) => {
      const vite = startProcess({
        name: 'vite',
        program: process.execPath,
        arguments: [
          join(root, 'node_modules', 'vite', 'bin', 'vite.js'),
          join(root, 'apps', 'web'),
          '--host',
          '127.0.0.1',
        ],
        env: { ...process.env, FIELDLEDGER_DEV_API: house.url },
        dataFolder: house.dataFolder,
      })
      const stopWatching = rebuildOnChange(house.servers, say)
      greet({ ...house, url: pages }, say)
      return () => {
        stopWatching()
        vite.kill('SIGTERM')
      }
    },
  }),
)
