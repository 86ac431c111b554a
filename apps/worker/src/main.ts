import { startTracing } from '@fieldledger/egress'
import {
  connectDatabase,
  createAgendaDoorbell,
  createChanges,
  createWorkWatch,
  forgetResults,
  parseSettings,
  sweepFiles,
} from '@fieldledger/storage'
import { composeCatalogue } from './compose-catalogue.ts'
import { composeHealth } from './compose-health.ts'
import { composeRuntime } from './compose-runtime.ts'
import { createWorkerLog } from './create-worker-log.ts'
import { openHealthDoor } from './health-door.ts'
import { composeMailing } from './mail/compose-mailing.ts'
import { startWorker } from './start-worker.ts'
import type { WorkAt } from './under-way.ts'
import { watchDueWork } from './watch-due-work.ts'

/** Called by the launcher of the bundle. */
export async function main(): Promise<void> {
  const settings = parseSettings(process.env)
  const log = createWorkerLog({ level: settings.logLevel })
  const onError = (error: unknown, at: WorkAt = {}) =>
    log.error({ err: error, ...at }, 'Something failed; it is tried again')
  process.on('unhandledRejection', (error) => {
    log.fatal({ err: error }, 'Something failed that nobody waited for; this worker ends and is started anew')
    process.exit(1)
  })

  const tracing = await startTracing({ url: settings.tracesUrl, service: 'fieldledger-worker' })
  const database = await connectDatabase(settings.mongodbUrl)
  const changes = createChanges(database)
  const doorbell = createAgendaDoorbell({ database, changes })
  const { runtime, workerId, close } = composeRuntime({
    settings,
    environment: process.env,
    database,
    changes,
    doorbell,
    tracing,
  })
  const mail = composeMailing({ settings, database, onError })
  const catalogue = composeCatalogue({ database, runtime, onError })
  const health = composeHealth({ database, runtime, onError })
  const watch = createWorkWatch(database)
  const worker = await startWorker({
    id: workerId,
    runtime,
    tracing,
    doorbell,
    sendMails: mail.send,
    // A dead one is known after four seconds: what it held goes on before the fifth is over.
    lookForDeadEveryMs: 500,
    sweeps: {
      'send what ledgers are owed': { everyMs: 3000, run: catalogue.sendOwed },
      'remove files that no form took': {
        everyMs: 600_000,
        run: async () => void (await sweepFiles(database)),
      },
      'forget what went into old steps': {
        everyMs: 600_000,
        run: async () => void (await forgetResults(database)),
      },
      'ask ledgers what was changed': { everyMs: 5000, run: catalogue.askWhatChanged },
      'look into ledgers': { everyMs: 600_000, run: health.lookIntoLedgers },
      'import whole lists': { everyMs: 2000, run: catalogue.importWhole },
    },
    watchDueWork: () => watchDueWork({ watch, log }),
    onLoop: (refused) => log.warn(refused, 'A form started workflows in a loop; the next start was refused'),
    onEffect: (worked) => log.info(worked, 'Worked on an effect'),
    onError,
  })
  const door =
    settings.workerPort === undefined
      ? undefined
      : await openHealthDoor({ port: settings.workerPort, host: settings.host, ready: worker.ready })
  log.info({ worker: worker.id }, 'The worker is up')

  async function stop(signal: string): Promise<void> {
    log.info({ signal }, 'The worker stops: it finishes what is under way')
    await worker.stop()
    door?.close()
    mail.close()
    await changes.close()
    await close()
    await database.close()
    await tracing?.close()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
