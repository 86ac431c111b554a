import type { JsonObject } from '../../../fake-service/json.ts'
import type { Attached } from '../books/record.ts'
import { type ElementKind, elementKinds } from '../element-kinds.ts'

export function describeAttachment(
  { kind, id }: { kind: ElementKind; id: string },
  attachment: Attached['attachment'],
): JsonObject {
  const file = encodeURIComponent(attachment.FileName)
  const url = `https://api.xero.com/api.xro/2.0/${elementKinds[kind].plural}/${id}/Attachments/${file}`
  return { IncludeOnline: false, ...attachment, Url: url }
}
