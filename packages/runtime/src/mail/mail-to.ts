import type { Recipients } from '@fieldledger/workflow'
import type { Mail } from '../ports/mail-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'
import type { Addressee } from '../ports/versions.ts'

interface MailTo extends Pick<Mail, 'subject' | 'text' | 'submissionId' | 'files'> {
  runtime: Runtime
  recipients: Recipients
  /** A person who is left out. */
  except?: string | undefined
  /** Each of them may decide it by a link. */
  taskId?: string
  /** Whoever stands in for somebody who is away gets it instead. */
  standIns?: boolean
}

/** One e-mail for each of the people meant, also where several of their roles are. */
export async function mailTo(store: RuntimeStore, mail: MailTo): Promise<void> {
  const { runtime, recipients, except, taskId, standIns, ...facts } = mail
  const named = await runtime.ports.people.addresses({ scope: store.scope, recipients })
  const people = standIns === true ? await present({ runtime, store, named, except }) : named
  const meant = people.filter(({ id }) => id !== except)
  await store.mails.post(
    meant.map(({ id, email }) => ({
      ...facts,
      id: runtime.newId(),
      to: email,
      at: runtime.clock.now(),
      ...(taskId === undefined ? {} : { decide: { taskId, personId: id } }),
    })),
  )
}

async function present(asked: {
  runtime: Runtime
  store: RuntimeStore
  named: readonly Addressee[]
  except: string | undefined
}): Promise<Addressee[]> {
  const { runtime, store, named, except } = asked
  const { scope } = store
  const away = await runtime.ports.people.away({ scope, at: runtime.clock.now() })
  const standInOf = new Map(
    away.flatMap(({ id, standIn }) => (standIn.id === except ? [] : [[id, standIn.id]])),
  )
  const people = [...new Set(named.map(({ id }) => standInOf.get(id) ?? id))]
  return runtime.ports.people.addresses({ scope, recipients: { roles: [], people } })
}
