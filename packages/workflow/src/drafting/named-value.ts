import type { DraftInputs } from './draft-inputs.ts'
import { mappedValue } from './mapped-value.ts'

/** What a mapped field is called by: the record or the option that was chosen in it, or what was typed in. */
export function namedValue(
  inputs: Pick<DraftInputs, 'submission' | 'content' | 'names'>,
  source: string | undefined,
): string | undefined {
  const value = mappedValue(inputs, source)
  if (value === undefined) return undefined
  const field = inputs.content.fields.find(({ id }) => id === source)
  const options = field?.kind === 'choose' && field.source.from === 'options' ? field.source.options : []
  const option = options.find(({ id }) => id === value)
  return (option?.label ?? inputs.names.get(value) ?? value).trim() || undefined
}
