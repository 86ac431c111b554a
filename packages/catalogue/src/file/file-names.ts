import { nameKey } from '../search/name-key.ts'

interface Named {
  id: string
  name: string
  number?: string
}

/** Records that other records name: in a file they stand by what people call them. */
export interface FileNames {
  textOf(id: string): string
  /** Nothing, or several, of that name is no id. */
  idOf(text: string): string | undefined
}

export function fileNames(records: readonly Named[]): FileNames {
  const texts = new Map(records.map((record) => [record.id, labelOf(record)]))
  const ids = new Map<string, Set<string>>()
  for (const record of records)
    for (const called of [labelOf(record), record.name, record.number ?? ''])
      if (called !== '') ids.set(nameKey(called), (ids.get(nameKey(called)) ?? new Set()).add(record.id))
  return {
    textOf: (id) => texts.get(id) ?? id,
    idOf: (text) => {
      if (texts.has(text)) return text
      const [id, ...others] = ids.get(nameKey(text)) ?? []
      return others.length === 0 ? id : undefined
    },
  }
}

function labelOf({ name, number }: Named): string {
  return number === undefined || number === '' ? name : `${number} ${name}`
}
