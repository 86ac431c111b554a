import {
  type Capabilities,
  type Changing,
  DocumentInUse,
  documentCapability,
  whyFixed,
} from '@fieldledger/accounting'

/** What a ledger holds is looked at once more right before it is changed: where it stays, nothing leaves. */
export function refuseFixed({
  capabilities,
  ...changing
}: Required<Omit<Changing, 'can'>> & { capabilities: Capabilities }): void {
  const { there } = changing
  const can = documentCapability(capabilities, there.kind)
  const why = can === undefined ? undefined : whyFixed({ ...changing, can })
  if (why === undefined) return
  const { number = there.reference.id } = there
  throw new DocumentInUse(why, { entry: 'moved-on', params: { number } })
}
