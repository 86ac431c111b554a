import { afterAll, expect, test } from 'vitest'
import { setStage } from './testing/stage.ts'

const stage = await setStage()
afterAll(() => stage.stop())
const { bookkeeper } = stage.ours.people
const long = (length: number, letter = 'x') => letter.repeat(length)

test('S2-16 S2-17 a name and an SKU of 300 characters are kept whole', async () => {
  const input = { name: long(300), sku: long(300, 'y') }
  const made = await bookkeeper.session('POST', '/materials', input)
  expect(made.status).toBe(201)
  expect((await bookkeeper.session('GET', `/materials/${made.body.id}`)).body).toMatchObject(input)
})

test.each([
  ['S2-16 a name', { name: long(301, 'z') }, '/name'],
  ['S2-17 an SKU', { name: 'Short', sku: long(301) }, '/sku'],
])('%s of 301 characters is refused beside its field, and nothing is cut', async (_title, input, path) => {
  const answer = await bookkeeper.session('POST', '/materials', input)
  expect(answer.status).toBe(400)
  expect(answer.body.errors).toEqual([
    expect.objectContaining({ path, message: expect.stringContaining('300 characters') }),
  ])
  const { body } = await bookkeeper.session('GET', `/materials?q=${input.name}`.slice(0, 200))
  expect(body.rows).toEqual([])
})
