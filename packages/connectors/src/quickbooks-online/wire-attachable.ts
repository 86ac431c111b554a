import { Type } from 'typebox'
import { Amount, Reference, Text, UpperFault } from './wire.ts'

const Id = Reference.properties.value
const most = { maxItems: 1000 }

/** Finance.xsd `Attachable`: a file, or a note alone. */
export const Attachable = Type.Object({
  Id,
  FileName: Type.Optional(Text),
  Note: Type.Optional(Text),
  Size: Type.Optional(Amount),
})
export type Attachable = Type.Static<typeof Attachable>

export const Attachables = Type.Object({
  QueryResponse: Type.Object({ Attachable: Type.Optional(Type.Array(Attachable, most)) }),
})
export const OneAttachable = Type.Object({ Attachable })
/** IntuitRestServiceDef.xsd `AttachableResponse`: each file is taken or refused by itself. */
export const Uploaded = Type.Object({
  AttachableResponse: Type.Array(Type.Union([OneAttachable, UpperFault]), { minItems: 1, maxItems: 1000 }),
})
