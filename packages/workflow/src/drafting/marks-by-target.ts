import type { Capabilities, RemoteMark, TrackingTarget } from '@fieldledger/accounting'
import { type ClassesByName, classesByName } from './classes-by-name.ts'
import type { DraftInputs } from './draft-inputs.ts'

/** A ledger that says nothing of its lists names what it has by "class". */
export function trackingTargets({ tracking }: Pick<Capabilities, 'tracking'>): readonly TrackingTarget[] {
  return tracking ?? [{ target: 'class', label: 'class' }]
}

/** The ledger's marks by what a form may call them, for each target that names one. */
export function marksByTarget(
  capabilities: Pick<Capabilities, 'tracking'>,
  rows: readonly RemoteMark[],
): Pick<DraftInputs, 'classes' | 'marks'> {
  const byTarget = trackingTargets(capabilities).map(
    (one) => [one.target, classesByName(calledBy(one, rows))] as const,
  )
  const none: ClassesByName = new Map()
  const { class: classes = none, ...marks } = Object.fromEntries(byTarget)
  return { classes, marks }
}

/** "class" names what is in the ledger's other lists too, as "Yard (location)": forms were mapped so. */
function calledBy({ target, list }: TrackingTarget, rows: readonly RemoteMark[]) {
  return rows.flatMap(({ active: _active, ...mark }) => {
    if (list === undefined || mark.list === undefined || mark.list === list) return [mark]
    return target === 'class' ? [{ ...mark, name: `${mark.name ?? mark.id} (${mark.list})` }] : []
  })
}
