import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const places = ['apps/web/src', 'packages/steps/src']
/** Mantine keeps the button of its own out of the tab order; several values are taken away with Backspace. */
const bare = /<Select\b(?:(?!\/>).)*\sclearable\b/s

test('a choice that can be taken away is a ClearableSelect, which a keyboard can clear', () => {
  const files = places.flatMap((place) =>
    readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => join(place, file)),
  )
  expect(files.filter((file) => bare.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
  expect('<Select label={words.of} data={all.map((one) => one.id)} clearable />').toMatch(bare)
})
