import { expect, test } from 'vitest'
import { orderInputs, pipe } from '../testing/order-inputs.ts'
import { classesByName } from './classes-by-name.ts'
import { draftReferences } from './draft-references.ts'

const named = (...names: string[]) => classesByName(names.map((name, at) => ({ id: `c-${at}`, name })))

/** What is drafted when the form says `called`. */
function drafted(called: string, ...names: string[]) {
  const inputs = orderInputs([pipe])
  return draftReferences({
    ...inputs,
    classes: named(...names),
    request: { ...inputs.request, mapping: { ...inputs.request.mapping, class: 'f_class' } },
    submission: { ...inputs.submission, values: { ...inputs.submission.values, f_class: called } },
  })
}

test('an option is called by its name alone while no other has that name', () => {
  const names = ['Region: North', 'Region: South', 'Trade: Roofing']
  expect(drafted('north', ...names).onLines.class).toEqual({ id: 'c-0', name: 'Region: North' })
  expect(drafted('Trade: roofing', ...names).onLines.class?.id).toBe('c-2')
})

test('a name that two options have is never guessed: a problem says which there are, and how to say which', () => {
  const names = ['Region: North', 'Trade: North']
  const { onLines, problems } = drafted('North', ...names)
  expect(onLines).toEqual({})
  expect(problems).toMatchObject([{ code: 'class-ambiguous', cure: 'edit-form' }])
  expect(problems[0]?.message).toMatch(/“Region: North”, “Trade: North”.+Write the whole name on the form/)
  expect(drafted('Trade: North', ...names).onLines.class?.id).toBe('c-1')
  const twice = drafted('Site', 'Site', 'Site').problems[0]
  expect(twice?.message).toMatch(/Give them different names there/)
})

test('a class of just that name goes before those that have it within another', () => {
  expect(drafted('North', 'East:North', 'North').onLines.class?.id).toBe('c-1')
})
