import type { JsonObject } from '../../../fake-service/json.ts'
import type { Change } from '../books/record.ts'
import type { Tenant } from '../books/tenant.ts'
import type { ElementKind } from '../element-kinds.ts'

/** A write on its way through the rules of its kind. */
export interface Draft {
  tenant: Tenant
  kind: ElementKind
  /** What was sent. */
  input: JsonObject
  before?: JsonObject
  at: string
  /** Places of unit amounts: 2, or 4 when the call says `unitdp=4`. */
  unitPlaces: 2 | 4
  /** The sentences of `ValidationErrors`; one is enough to refuse. */
  problems: string[]
  /** What else changes in the books by this write. */
  consequences: Change[]
  /** The sentences of `Warnings`. */
  warnings: string[]
}
