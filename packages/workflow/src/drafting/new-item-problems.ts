import type { NewItem } from '@fieldledger/accounting'
import type { ConnectionSummary } from '../connections/connection-summary.ts'
import type { Problem } from '../graph/problem.ts'
import { heldProblem } from './held-problem.ts'

interface Place {
  connection: ConnectionSummary
  params: Record<string, string | number>
}

/** Name and SKU of an item that is made new, against the ledger's own limits (G-06): the whole text is never cut. */
export function newItemProblems(item: NewItem, place: Place): Problem[] {
  return [...nameProblems(item, place), ...skuProblems(item, place), ...textProblems(item, place)]
}

function nameProblems({ name }: NewItem, { connection, params }: Place): Problem[] {
  const { capabilities, providerLabel } = connection
  const { nameLimit, forbiddenInName } = capabilities.items
  if (name.length > nameLimit)
    return [
      heldProblem(
        'item-name-too-long',
        `The name of "${name.slice(0, 40)}…" has ${name.length} characters, and ${providerLabel} takes ${nameLimit}: shorten it in the catalogue, the full text stays in the description.`,
        { cure: 'shorten-name', params: { ...params, limit: nameLimit, found: name.length } },
      ),
    ]
  const refused = [...name].find((character) => forbiddenInName.includes(character))
  if (refused === undefined) return []
  return [
    heldProblem(
      'item-name-refused',
      `${providerLabel} takes no "${refused}" in an item's name: rename "${name}" in the catalogue.`,
      { cure: 'shorten-name', params },
    ),
  ]
}

/** Where lines name an item by its code, one without a SKU is called by its name there. */
function skuProblems({ name, sku = '' }: NewItem, { connection, params }: Place): Problem[] {
  const { capabilities, providerLabel } = connection
  const { skuLimit: limit, namedBySku } = capabilities.items
  const own = sku.trim()
  const code = own === '' && namedBySku === true ? name.trim() : own
  const found = code.length
  if (found <= limit) return []
  const more = { cure: 'shorten-name', params: { ...params, field: 'sku', limit, found } }
  const message =
    own === ''
      ? `"${name}" has no SKU, and ${providerLabel} names an item by one of at most ${limit} characters: give it a short one in the catalogue.`
      : `The SKU of "${name}" has ${found} characters, and ${providerLabel} takes ${limit}: shorten it in the catalogue, the full text stays in the description.`
  return [heldProblem(own === '' ? 'item-sku-missing' : 'item-sku-too-long', message, more)]
}

function textProblems({ name, description = '' }: NewItem, { connection, params }: Place): Problem[] {
  const { descriptionLimit: limit } = connection.capabilities.items
  const found = description.length
  if (limit === undefined || found <= limit) return []
  const message = `The description of "${name}" has ${found} characters, and ${connection.providerLabel} takes ${limit}: shorten it in the catalogue.`
  return [heldProblem('item-description-too-long', message, { params: { ...params, limit, found } })]
}
