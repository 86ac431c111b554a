import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const places = ['apps/web/src', 'packages/ui/src', 'packages/steps/src']
/** Attributes that people read or hear. */
const spoken = new Set([
  'label',
  'title',
  'placeholder',
  'description',
  'alt',
  'aria-label',
  'legend',
  'hint',
])

interface Syntax {
  type: string
  value?: unknown
  raw?: string
  name?: { name?: string }
  [child: string]: unknown
}

test('no component carries literal text: every word stands in a catalogue of messages', () => {
  expect(places.flatMap(componentsIn).flatMap(literalTexts)).toEqual([])
})

test('the check sees text between tags, in braces and in spoken attributes', () => {
  const source = 'export const a = <p title="Hello">Good <b>{"day"}</b> {name} · {`later`}</p>'
  expect(literalsOf({ path: 'a.tsx', source })).toEqual(['Hello', 'Good', 'day', 'later'])
})

function componentsIn(place: string): string[] {
  return readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
    .map((file) => join(place, file))
}

function literalTexts(path: string): string[] {
  const source = readFileSync(join(root, path), 'utf8')
  return literalsOf({ path, source }).map((text) => `${path}: ${text}`)
}

function literalsOf({ path, source }: { path: string; source: string }): string[] {
  const found: string[] = []
  const take = (value: unknown) => {
    // Signs such as "·" and "–" are no words.
    if (typeof value === 'string' && /\p{L}/u.test(value)) found.push(value.trim())
  }
  const takeExpression = (expression: Syntax | undefined) => {
    if (expression?.type === 'Literal') take(expression.value)
    if (expression?.type === 'TemplateLiteral')
      for (const part of expression.quasis as { value: { cooked: string } }[]) take(part.value.cooked)
  }
  const visit = (syntax: Syntax, inside: string | undefined) => {
    if (syntax.type === 'JSXText') take(syntax.value)
    if (syntax.type === 'JSXAttribute' && spoken.has(syntax.name?.name ?? '')) {
      const value = syntax.value as Syntax | null
      takeExpression(
        value?.type === 'JSXExpressionContainer' ? (value.expression as Syntax) : (value ?? undefined),
      )
    }
    if (syntax.type === 'JSXExpressionContainer' && inside !== 'JSXAttribute')
      takeExpression(syntax.expression as Syntax)
    for (const child of Object.values(syntax).flat()) if (isSyntax(child)) visit(child, syntax.type)
  }
  visit(parseSync(path, source).program as unknown as Syntax, undefined)
  return found
}

function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'object' && value !== null && 'type' in value
}
