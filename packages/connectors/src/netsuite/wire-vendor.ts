import { Type } from 'typebox'
import { Id, Mark, Name } from './wire.ts'

/** `vendor`, read with expandSubResources=true. */
export const Vendor = Type.Object({
  id: Id,
  entityId: Type.Optional(Name),
  companyName: Type.Optional(Name),
  email: Type.Optional(Name),
  phone: Type.Optional(Name),
  accountNumber: Type.Optional(Name),
  isInactive: Type.Optional(Type.Boolean()),
  addressBook: Type.Optional(
    Type.Object({
      items: Type.Optional(
        Type.Array(
          Type.Object({
            defaultBilling: Type.Optional(Type.Boolean()),
            addressBookAddress: Type.Optional(
              Type.Object({
                addr1: Type.Optional(Name),
                addr2: Type.Optional(Name),
                city: Type.Optional(Name),
                state: Type.Optional(Name),
                zip: Type.Optional(Name),
                country: Type.Optional(Type.Object({ id: Mark })),
              }),
            ),
          }),
          { maxItems: 1000 },
        ),
      ),
    }),
  ),
})
export type Vendor = Type.Static<typeof Vendor>
