import { companyScope } from '@fieldledger/workflow'
import { NotFound } from '../errors/runtime-errors.ts'
import type { PersonalUseCase } from '../use-case.ts'
import { chooseVersion } from './choose-version.ts'
import { keepAsItStands } from './keep-as-it-stands.ts'
import { sayOutcome } from './say-outcome.ts'
import { sendAsNew } from './send-as-new.ts'

export interface ResolveEffect extends PersonalUseCase {
  effectId: string
  how:
    | 'link-existing'
    | 'send-beside'
    | 'not-there-send-again'
    | 'stop'
    | 'send-as-new'
    | 'send-ours'
    | 'keep-theirs'
  remoteId?: string
  reason?: string
}

export interface Resolving extends ResolveEffect {
  /** What the ledger is called in sentences. */
  provider: string
}

/** What only a person may say about a document: what became of it, which version stands, whether to make it again. */
export async function resolveEffect(input: ResolveEffect): Promise<void> {
  const { runtime } = input
  const scope = companyScope(input.companyId)
  const seen = await runtime.ports.stores.of(scope).effects.get(input.effectId)
  if (seen === undefined) throw new NotFound('document')
  const connections = await runtime.ports.lookups.connections.summaries({ scope })
  const provider = connections.find(({ id }) => id === seen.connectionId)?.providerLabel ?? 'the ledger'
  const resolving: Resolving = { ...input, provider }
  switch (input.how) {
    case 'send-as-new':
      return sendAsNew(resolving, seen)
    case 'keep-theirs':
      return seen.state === 'confirmed' ? keepAsItStands(resolving, seen) : chooseVersion(resolving, seen)
    case 'send-ours':
      return chooseVersion(resolving, seen)
    default:
      return sayOutcome(resolving, seen)
  }
}
