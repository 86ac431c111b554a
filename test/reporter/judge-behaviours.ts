import { type Behaviour, idsIn, type ShownTest } from './shown-test.ts'

const mostIds = 3
const seenByPeople = ['U', 'O']

/** What is wrong with what the tests show, as sentences. */
export function judgeBehaviours(options: {
  required: string[]
  behaviours: Behaviour[]
  tests: ShownTest[]
}): string[] {
  const { required, behaviours, tests } = options
  const kinds = new Map(behaviours.map(({ id, kind }) => [id, kind]))
  return [
    ...required.flatMap((id) => missing({ id, kind: kinds.get(id) ?? '', tests })),
    ...tests.flatMap(tooMany),
    ...tests.flatMap((test) => unknown(test, kinds)),
  ]
}

function missing({ id, kind, tests }: { id: string; kind: string; tests: ShownTest[] }): string[] {
  const showing = tests.filter(({ title }) => idsIn(title).includes(id))
  const passed = showing.filter(({ outcome }) => outcome === 'passed')
  const skipped = showing
    .filter(({ outcome }) => outcome === 'skipped')
    .map(({ file }) => `${id} is skipped in ${file}.`)
  if (passed.length === 0) return [...skipped, `${id} is shown by no passing test.`]
  if (seenByPeople.includes(kind) && !passed.some(({ layer }) => layer === 'browser'))
    return [...skipped, `${id} is something that people see (kind ${kind}), and no browser test shows it.`]
  return skipped
}

function tooMany({ title, file }: ShownTest): string[] {
  const ids = idsIn(title)
  return ids.length > mostIds ? [`"${title}" in ${file} carries ${ids.length} ids; ${mostIds} at most.`] : []
}

function unknown({ title, file }: ShownTest, kinds: Map<string, string>): string[] {
  const strange = idsIn(title).filter((id) => id.startsWith('S') && !kinds.has(id))
  return strange.map((id) => `There is no behaviour ${id}, which a test in ${file} names.`)
}
