import { expect, test } from 'vitest'
import { firstSteps } from './first-steps.ts'
import { stepDefinitions } from './step-definitions.ts'

test('each kind that may need nothing but the form can be taken without a worker, and no other', () => {
  const declared = Object.values(stepDefinitions)
    .filter(({ needsOnlyTheForm }) => needsOnlyTheForm !== undefined)
    .map(({ kind }) => kind)
  expect(Object.keys(firstSteps).sort()).toEqual(declared.sort())
})
