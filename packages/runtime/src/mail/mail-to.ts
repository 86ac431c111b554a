import type { Recipients } from '@fieldledger/workflow'
import type { Mail } from '../ports/mail-store.ts'
import type { Runtime } from '../ports/runtime.ts'
import type { RuntimeStore } from '../ports/store.ts'

interface MailTo extends Pick<Mail, 'subject' | 'text' | 'submissionId'> {
  runtime: Runtime
  recipients: Recipients
  /** A person who is left out. */
  except?: string | undefined
  /** Each of them may decide it by a link. */
  taskId?: string
}

/** One e-mail for each of the people meant, also where several of their roles are. */
export async function mailTo(store: RuntimeStore, mail: MailTo): Promise<void> {
  const { runtime, recipients, except, taskId, ...facts } = mail
  const people = await runtime.ports.people.addresses({ scope: store.scope, recipients })
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
