import { groupBy } from '../import/group-by.ts'
import type { CatalogueKind, CatalogueRecord } from '../records/catalogue-record.ts'
import { nameKey } from '../search/name-key.ts'

type Found = { record: CatalogueRecord | undefined } | { problem: string }

/** By which of its cells a row of each list is known where it has no id. */
const keyOf: Partial<Record<CatalogueKind, string>> = { 'cost-code': 'code' }

const several = 'We have several of this name: give the Id of the one that is meant.'
const foreign =
  'No record of this list has this Id: it may be archived. Leave the Id empty to find it by name.'
const nameless = 'It has neither a name nor an Id.'

/** Which record a row means: by Id, else by name, and a vendor by its currency too (G-08). Pure. */
export function recordOfRow(known: { kind: CatalogueKind; ours: readonly CatalogueRecord[] }) {
  const key = keyOf[known.kind] ?? 'name'
  const byId = new Map(known.ours.map((record) => [record.id, record]))
  const byKey = groupBy(known.ours, (record) => nameKey(String(Reflect.get(record, key) ?? '')))
  return (texts: ReadonlyMap<string, string>): Found => {
    const id = texts.get('id') ?? ''
    if (id !== '') {
      const record = byId.get(id)
      return record === undefined ? { problem: foreign } : { record }
    }
    const called = texts.get(key) ?? ''
    if (called === '') return { problem: nameless }
    const fitting = (byKey.get(nameKey(called)) ?? []).filter(fits(texts.get('currency')))
    const exact = fitting.filter((record) => currencyOf(record) === (texts.get('currency') ?? ''))
    const [record, ...others] = exact.length === 1 ? exact : fitting
    return others.length > 0 ? { problem: several } : { record }
  }
}

/** A currency that is missing on one side may be any. */
function fits(currency: string | undefined) {
  return (record: CatalogueRecord) =>
    currency === undefined || currency === '' || ['', currency].includes(currencyOf(record))
}

function currencyOf(record: CatalogueRecord): string {
  return 'currency' in record ? (record.currency ?? '') : ''
}
