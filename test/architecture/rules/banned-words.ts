import type { Rule } from '../source-file.ts'

const banned = new Set([
  'Node',
  'Nodes',
  'Block',
  'Blocks',
  'Action',
  'Actions',
  'Automation',
  'Flow',
  'Flows',
  'Integration',
])
const exported =
  /^export (?:default )?(?:async )?(?:const|function|class|interface|type|abstract class) (\w+)/gm
const canvas = /^apps\/web\/src\/canvas\//

/** Exports speak the glossary's words; React Flow's own live on the canvas alone. */
export const bannedWords: Rule = (files) =>
  files
    .filter(({ path }) => /^(apps|packages)\//.test(path) && !canvas.test(path))
    .flatMap((file) =>
      [...file.text.matchAll(exported)]
        .map((match) => match[1] ?? '')
        .filter((name) => wordsOf(name).some((word) => banned.has(word)))
        .map((found) => ({ path: file.path, rule: 'the glossary’s words', found })),
    )

function wordsOf(name: string): string[] {
  return (name.charAt(0).toUpperCase() + name.slice(1)).match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*/g) ?? []
}
