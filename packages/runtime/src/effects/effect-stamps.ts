import { documentCapability } from '@fieldledger/accounting'
import type { TimelineCode, TimelineParams } from '@fieldledger/workflow'
import { type ActedStamp, bySystem } from '../timeline/actors.ts'
import type { EffectWork } from './effect-work.ts'

/** A stamp about this effect, once per attempt group unless told otherwise. */
export function effectStamp(
  work: Pick<EffectWork, 'effect' | 'connection'>,
  stamp: { code: TimelineCode; params?: TimelineParams; once?: string },
): ActedStamp {
  const { effect, connection } = work
  const { target } = effect
  const document =
    target.kind === 'document'
      ? (documentCapability(connection.capabilities, target.documentKind)?.label ?? target.documentKind)
      : target.kind
  return {
    code: stamp.code,
    params: {
      provider: connection.providerLabel,
      environment: connection.environment,
      connection: connection.name,
      document,
      revision: effect.revision,
      ...stamp.params,
    },
    once: `${effect.id}:${effect.attemptGroup}:${stamp.once ?? stamp.code}`,
    actor: bySystem,
  }
}
