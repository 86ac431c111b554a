import { idOf, nameOf, traitsOf } from '../record-types/record-types.ts'
import { refuse } from '../refusals.ts'
import type { Draft } from './draft.ts'

/** Names are unique among records of one kind, inactive ones too; upper and lower case are one. */
export function checkNameFree(
  { company, type, before }: Draft,
  { name, sentence }: { name: string; sentence: string },
): void {
  const { family } = traitsOf(type)
  const rivals =
    family === 'item' ? company.inFamily(family) : company.all(type).map((record) => ({ type, record }))
  const isTaken = rivals.some(
    ({ type: each, record }) =>
      nameOf(each, record).toLowerCase() === name.toLowerCase() && (!before || idOf(record) !== idOf(before)),
  )
  if (isTaken) throw refuse.rule(sentence)
}
