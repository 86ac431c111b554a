import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from '../../apps/local/src/house/root.ts'

const deploy = join(root, 'apps', 'deploy')
const chart = join(deploy, 'helm', 'fieldledger')
const templates = readdirSync(join(chart, 'templates')).map((name) => ({
  name,
  text: readFileSync(join(chart, 'templates', name), 'utf8').replaceAll(
    /\{\{-?\s*\/\*[\s\S]*?\*\/\s*-?\}\}/g,
    '',
  ),
}))
const values: unknown = parse(readFileSync(join(chart, 'values.yaml'), 'utf8'))
const actions = (text: string) =>
  [...text.matchAll(/\{\{-?\s*([\s\S]*?)\s*-?\}\}/g)].map(([, inside = '']) => inside)
const all = templates.flatMap(({ text }) => actions(text))
const opens = /^(if|range|with|define|block)\b/

test.each(templates)('what $name opens it closes, and no brace is left over', ({ text }) => {
  let open = 0
  for (const action of actions(text)) {
    if (opens.test(action)) open += 1
    if (action === 'end') open -= 1
    expect(open).toBeGreaterThanOrEqual(0)
  }
  expect(open).toBe(0)
  expect(text.split('{{').length).toBe(text.split('}}').length)
})

test('every template that is included is one that is defined', () => {
  const defined = all.flatMap((action) => /^define "([^"]+)"/.exec(action)?.[1] ?? [])
  const included = all.flatMap((action) => [...action.matchAll(/include "([^"]+)"/g)].map(([, name]) => name))
  expect(included.length).toBeGreaterThan(10)
  expect(defined).toEqual(expect.arrayContaining(included))
})

test('every value that a template reads stands in values.yaml, and every value there is read', () => {
  const read = new Set(
    all.flatMap((action) => [...action.matchAll(/\.Values\.([A-Za-z.]+)/g)].map(([, path = '']) => path)),
  )
  expect(read.size).toBeGreaterThan(15)
  for (const path of read) expect(at(path), path).toBeDefined()
  // Read through a variable: once for the api, once for the worker, and an image for each part.
  const byPart = /^(api|worker)\.autoscaling\.|^images\.(api|worker|migrate)$/
  const unread = leavesOf(values).filter(
    (leaf) => !byPart.test(leaf) && ![...read].some((path) => `${leaf}.`.startsWith(`${path}.`)),
  )
  expect(unread).toEqual([])
})

test('what an image copies is made by a stage before it, or stands in the checkout', () => {
  const stages: string[] = []
  for (const line of readFileSync(join(deploy, 'Dockerfile'), 'utf8').split('\n')) {
    const [, from, stage = ''] = /^FROM (\S+) AS (\S+)$/.exec(line) ?? []
    if (from !== undefined) stages.push(stage)
    const [, copied, place = ''] = /^COPY (?:--from=(\S+) )?(\S+) /.exec(line) ?? []
    if (copied !== undefined) expect(stages.slice(0, -1)).toContain(copied)
    else if (place !== '') expect(existsSync(join(root, place)), place).toBe(true)
  }
  expect(stages).toHaveLength(6)
})

function at(path: string): unknown {
  return path.split('.').reduce((found: unknown, key) => Object(found)[key], values)
}

/** Paths of values that hold no further names; of `settings` and the like, which hold any, the path itself. */
function leavesOf(found: unknown, path = ''): string[] {
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return [path]
  return Object.entries(found).flatMap(([key, inner]) =>
    leavesOf(inner, path === '' ? key : `${path}.${key}`),
  )
}
