import { isObject, listOf, textOf } from '../../../fake-service/json.ts'
import { kindByName } from '../entity-kinds.ts'
import { refuse } from '../fault-catalogue.ts'
import { refId } from '../json.ts'
import type { Draft, Settled } from './draft.ts'

/** A file or a note of its own, beside as many entities as it names. */
export function settleAttachable({ realm, body }: Draft): Settled {
  if (!textOf(body.FileName) && !textOf(body.Note)) throw refuse.missing('FileName')
  if (/\.zip$/i.test(textOf(body.FileName) ?? '')) throw refuse.businessRule('Unsupported file type: zip.')
  for (const { EntityRef } of listOf(body.AttachableRef)) {
    const kind = isObject(EntityRef) ? kindByName(textOf(EntityRef.type) ?? '') : undefined
    const id = refId(EntityRef) ?? ''
    if (!kind || !realm.find(kind, id)) throw refuse.invalidReference('Attachable', id)
  }
  return { body }
}
