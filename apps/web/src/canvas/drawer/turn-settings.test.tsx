// @vitest-environment jsdom
import type { Step } from '@fieldledger/workflow'
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { orderForm } from '../../testing/order-form.ts'
import { showPage } from '../../testing/show-page.tsx'
import { TurnSettings } from './turn-settings.tsx'

afterEach(cleanup)

const retry = { times: 2, firstSeconds: 30, factor: 2 }
const placed: Step = { kind: 'pdf', name: 'Print', config: {}, retry, timeoutSeconds: 40 }

interface Given {
  kept: { step: Step }
  problem?: string | undefined
}

/** The settings below a slider, kept as the editor keeps them. */
function Kept({ kept, problem }: Given) {
  const [step, setStep] = useState(kept.step)
  const found = { code: 'x', severity: 'error', message: problem ?? '', place: 'oneAtATime' } as const
  return (
    <TurnSettings
      step={step}
      form={orderForm}
      problems={problem === undefined ? [] : [found]}
      onChange={(settings) => {
        const { retry: _retry, timeoutSeconds: _timeout, oneAtATime: _turns, ...own } = kept.step
        kept.step = { ...own, ...settings }
        setStep(kept.step)
      }}
    />
  )
}

/** Answers how the step stands. */
function open(problem?: string): Given['kept'] {
  const kept = { step: placed }
  showPage(<Kept kept={kept} problem={problem} />)
  return kept
}

const choose = async (option: string) => {
  await userEvent.click(screen.getByRole('combobox', { name: /^Never at the same time/ }))
  await userEvent.click(await screen.findByRole('option', { name: option }))
}

test('a step takes its turn by the value of a field; what else is set of it stays', async () => {
  const kept = open()
  await choose('value of “Vendor”')
  expect(kept.step).toMatchObject({ oneAtATime: { field: 'f_vendor01' }, retry, timeoutSeconds: 40 })
})

test('by a word of its own, which is typed; cleared, there is no limit', async () => {
  const kept = open()
  await choose('word, chosen here')
  expect(kept.step.oneAtATime).toEqual({ word: 'one at a time' })
  const word = screen.getByRole('textbox', { name: 'The word' })
  await userEvent.tripleClick(word)
  await userEvent.keyboard('printer')
  expect(kept.step.oneAtATime).toEqual({ word: 'printer' })
  // By the keyboard too, which does not reach the button that clears.
  await choose('word, chosen here')
  expect([kept.step.oneAtATime, screen.queryByRole('textbox', { name: 'The word' })]).toEqual([
    undefined,
    null,
  ])
  expect(kept.step).toMatchObject({ retry, timeoutSeconds: 40 })
})

test('tables and yes-or-no fields are no turn, and a problem stands beside the choice', async () => {
  open('The field is gone: choose another one.')
  expect(screen.getByText('The field is gone: choose another one.')).toBeTruthy()
  await userEvent.click(screen.getByRole('combobox', { name: /^Never at the same time/ }))
  const offered = (await screen.findAllByRole('option')).map(({ textContent }) => textContent)
  expect(offered).toEqual([
    'word, chosen here',
    'value of “Vendor”',
    'value of “Site”',
    'value of “Why urgent”',
  ])
})
