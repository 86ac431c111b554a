import { type Behaviour, idsIn, type ShownTest } from './shown-test.ts'

/** docs/behaviours.md. No times and no counts of runs: the same tests give the same page. */
export function behavioursPage(options: {
  required: string[]
  behaviours: Behaviour[]
  tests: ShownTest[]
}): string {
  const { required, behaviours, tests } = options
  const passed = tests.filter(({ outcome }) => outcome === 'passed')
  const rows = behaviours.flatMap((behaviour) => rowOf(behaviour, passed, required))
  return [
    '# Behaviours and the tests that show them',
    '',
    'Written by `npm test` from the results of all runners; do not edit. Kinds: M map, R rule, T trigger, U user interface, O option, E error, P platform.',
    '',
    '| Id | Kind | Behaviour | Shown by (layer) |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

function rowOf({ id, kind, text }: Behaviour, passed: ShownTest[], required: string[]): string[] {
  const showing = passed.filter(({ title }) => idsIn(title).includes(id))
  if (showing.length === 0 && !required.includes(id)) return []
  const cells = showing.map(({ title, file, layer }) => `${cell(title)} — \`${file}\` (${layer})`).toSorted()
  return [`| ${id} | ${kind} | ${cell(text)} | ${[...new Set(cells)].join('<br>') || '**nothing**'} |`]
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
