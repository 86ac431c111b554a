import { Type } from 'typebox'
import { Id, Mark, Name, Text } from './wire.ts'

const Terms = Type.Object({ Day: Type.Optional(Type.Integer()), Type: Type.Optional(Mark) })

/** `ContactPerson`. */
export const ContactPerson = Type.Object({
  FirstName: Type.Optional(Text),
  LastName: Type.Optional(Text),
  EmailAddress: Type.Optional(Text),
  IncludeInEmails: Type.Optional(Type.Boolean()),
})
export type ContactPerson = Type.Static<typeof ContactPerson>

/** `Contact`: a vendor has no record of its own. */
export const Contact = Type.Object({
  ContactID: Id,
  Name,
  ContactStatus: Type.Optional(Mark),
  EmailAddress: Type.Optional(Text),
  ContactPersons: Type.Optional(Type.Array(ContactPerson, { maxItems: 20 })),
  AccountNumber: Type.Optional(Text),
  PaymentTerms: Type.Optional(Type.Object({ Bills: Type.Optional(Terms) })),
  Addresses: Type.Optional(
    Type.Array(
      Type.Object({
        AddressType: Type.Optional(Mark),
        AddressLine1: Type.Optional(Text),
        AddressLine2: Type.Optional(Text),
        AddressLine3: Type.Optional(Text),
        AddressLine4: Type.Optional(Text),
        City: Type.Optional(Text),
        Region: Type.Optional(Text),
        PostalCode: Type.Optional(Text),
        Country: Type.Optional(Text),
      }),
      { maxItems: 20 },
    ),
  ),
  DefaultCurrency: Type.Optional(Type.String({ maxLength: 10 })),
  Phones: Type.Optional(
    Type.Array(
      Type.Object({
        PhoneType: Type.Optional(Mark),
        PhoneNumber: Type.Optional(Text),
        PhoneAreaCode: Type.Optional(Text),
        PhoneCountryCode: Type.Optional(Text),
      }),
      { maxItems: 20 },
    ),
  ),
})
export type Contact = Type.Static<typeof Contact>

const Pagination = Type.Object({ itemCount: Type.Optional(Type.Integer({ minimum: 0, maximum: 1e9 })) })
export const Contacts = Type.Object({
  Contacts: Type.Array(Contact, { maxItems: 1000 }),
  pagination: Type.Optional(Pagination),
})
